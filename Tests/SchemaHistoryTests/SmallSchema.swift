import PlotSchema
import SchemaCompiler
import SchemaHistory
import ValidationTree

/// Versions made from a few lines of schema.
enum SmallSchema {
  /// A schema of a trace type `dot` and a layout with these members.
  static func text(dot: String = "", layout: String = "", more: String = "", rest: String = "") -> [UInt8] {
    let text =
      #"{"traces":{"dot":{"attributes":{\#(dot)}}\#(more)},"layout":{"layoutAttributes":{\#(layout)}},"#
      + #""frames":{"items":{"frame":{}}},"config":{},"animation":{}\#(rest)}"#
    return Array(text.utf8)
  }

  /// The versions 1.0.0, 2.0.0, … of one tree.
  static func versions(_ texts: [UInt8]...) throws -> [SchemaVersion] {
    let inputs = try texts.enumerated().map { index, text in
      TreeCompiler.Input(try SchemaReader.read(text, version: "\(index + 1).0.0").schema, orNamed: "")
    }
    let tree = try TreeCompiler.tree(inputs)
    return texts.indices.map { SchemaVersion(tree, $0) }
  }
}

extension SchemaChange {
  /// The change in short: `~ dot.a: dflt 1>2`, `+ dot.b (object 3)`.
  var short: String {
    let mark =
      switch action {
      case .added: "+";
      case .removed: "-";
      case .changed: "~"
      }
    let types = traceTypes.isEmpty ? "" : " by " + traceTypes.joined(separator: ",")
    guard action == .changed else { return "\(mark) \(path) (\(kind.rawValue) \(attributeCount))\(types)" }
    let words = properties.map { property in
      let sides = [property.before, property.after].map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "" }
      return "\(property.name) \(sides.joined(separator: ">"))"
    }
    return "\(mark) \(path): \(words.joined(separator: "; "))\(types)"
  }
}
