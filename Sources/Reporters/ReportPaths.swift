/// The names of files for whoever reads a report elsewhere, in a clone of the same repository, say: relative to its root, and without
/// detours.
package struct ReportPaths: Sendable {
  private let currentDirectory: String?
  private let givenRoot: String?

  /// - Parameters:
  ///   - currentDirectory: what relative paths are relative to; absolute.
  ///   - root: what they shall be relative to; the working directory where it is not given or not absolute.
  package init(currentDirectory: String? = nil, root: String? = nil) {
    self.currentDirectory = currentDirectory
    givenRoot = root
  }

  private var root: [Substring] {
    if let givenRoot, givenRoot.hasPrefix("/") { return Self.parts(of: givenRoot) }
    return currentDirectory.map { Self.parts(of: $0) } ?? []
  }

  /// The path from the root, such as `figs/a.json`; absolute for a file that is not below it.
  package func relative(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    guard let currentDirectory else {
      let parts = Self.parts(of: path, keepsParents: !isAbsolute)
      return (isAbsolute ? "/" : "") + joined(parts)
    }
    let parts = Self.parts(of: isAbsolute ? path : "\(currentDirectory)/\(path)")
    let root = root
    return parts.starts(with: root) ? joined(parts[root.count...]) : "/" + joined(parts)
  }

  /// ``relative(_:)`` as a URI reference (RFC 3986, sections 3.3 and 4.2).
  package func reference(_ path: String) -> String {
    let path = relative(path)
    var reference: [UInt8] = Array(path.hasPrefix("/") ? "file://".utf8 : "".utf8)
    for byte in path.utf8 {
      if Self.isPlain(byte) {
        reference.append(byte)
      } else {
        reference += [UInt8(ascii: "%"), Self.hexDigit(byte >> 4), Self.hexDigit(byte & 15)]
      }
    }
    return String(decoding: reference, as: UTF8.self)
  }

  private func joined(_ parts: some Collection<Substring>) -> String {
    parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The names in a path, without `.` and empty ones; `..` takes back the one before it.
  private static func parts(of path: String, keepsParents: Bool = false) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if keepsParents {
        parts.append(part)
      }
    }
    return parts
  }

  /// What may stand in the path of a reference; a colon may not in the first part of one, and so nowhere here.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
