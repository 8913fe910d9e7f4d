import JSONCore

/// The keys with a meaning of their own.
extension KeyName {
  static let data = KeyName("data")
  static let layout = KeyName("layout")
  static let frames = KeyName("frames")
  static let config = KeyName("config")
  static let template = KeyName("template")
  static let traces = KeyName("traces")
  static let transforms = KeyName("transforms")
  static let cells = KeyName("cells")
  static let nbformat = KeyName("nbformat")
  static let type = KeyName("type")
  static let dtype = KeyName("dtype")
  static let bdata = KeyName("bdata")
  static let shape = KeyName("shape")
  static let figlint = KeyName("figlint")
}
