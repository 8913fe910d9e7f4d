import Foundation
import JSONCore

/// A file of the Python client: a JSON object. One that is missing or something else says nothing.
struct SettingsFile {
  private(set) var path = ""
  private var json: JSONText?

  init() {}

  /// - Parameter isSecret: Whether nobody else should be able to read it.
  init(_ path: String, isSecret: Bool, _ warnings: inout [String]) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 20 else { return }
    json = try? JSONText(parsing: Array(data))
    if json == nil || json?.withView({ $0.kind }) != .object {
      json = nil
      warnings.append("\(path) is no JSON object and is not used")
    }
    guard isSecret, let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int,
      mode & 0o077 != 0
    else { return }
    warnings.append("others can read the key in \(path); close it with: chmod 600 '\(path)'")
  }

  func string(_ name: StaticString) -> String? {
    json?.withView { $0[name]?.string }.flatMap { $0.isEmpty ? nil : $0 }
  }

  func bool(_ name: StaticString) -> Bool? { json?.withView { $0[name]?.bool } }
}
