import Foundation
import SchemaCompiler
import Testing
import ValidationTree

/// The bundled tree against original plot-schemas read by Foundation's parser: nothing of the reader, the snapshots or the
/// compiler takes part.
@Suite struct OriginalSchemaTests {
  @Test(arguments: Files.originals().filter { $0.file.pathExtension == "json" }.map(\.version))
  func treeSaysWhatTheOriginalSays(version: String) throws {
    let file = try #require(Files.originals().first { $0.version == version }).file
    let json = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var walk = OriginalWalk(tree: .bundled, version: try TargetResolver(.bundled).index(of: version))
    walk.walk(json)
    #expect(walk.faults.isEmpty)
    #expect(walk.attributes > 7000)
  }
}

/// Walks a plot-schema as plotly.js understands it and looks every place up in a tree.
private struct OriginalWalk {
  let tree: ValidationTree
  let version: Int
  private(set) var faults: [String] = []
  private(set) var attributes = 0

  init(tree: ValidationTree, version: Int) {
    self.tree = tree
    self.version = version
  }

  private static let metaKeys: Set<String> = ["description", "role", "editType", "impliedEdits", "valType"]

  mutating func walk(_ schema: [String: Any]) {
    let traces = object(schema["traces"])
    expect(names(tree.traces) == Set(traces.keys), "traces", "other types")
    for (type, trace) in traces {
      let path = "traces.\(type)"
      guard let node = node(tree.traces, type), node.kind == .container else { continue }
      container(object(object(trace)["attributes"]), node.container, path)
    }
    container(object(object(schema["layout"])["layoutAttributes"]), tree.layout, "layout")
    container(object(schema["config"]), tree.config, "config")
    let frames = object(object(schema["frames"])["items"])
    container(object(frames.values.first), tree.frame, "frames")
    let transforms = object(schema["transforms"])
    expect(names(tree.transforms) == Set(transforms.keys), "transforms", "other types")
    for (type, transform) in transforms {
      guard let node = node(tree.transforms, type) else { continue }
      container(object(object(transform)["attributes"]), node.container, "transforms.\(type)")
    }
    expect(tree.traits(version).contains(.transforms) == (schema["transforms"] != nil), "transforms", "trait")
  }

  private mutating func container(_ members: [String: Any], _ id: ContainerID, _ path: String) {
    expect(tree.isSubplot(id) == (members["_isSubplotObj"] as? Bool ?? false), path, "subplot")
    var expected: Set<String> = []
    for (key, value) in members where !key.hasPrefix("_") {
      guard let member = value as? [String: Any] else { continue }
      let isAttribute = member["valType"] is String
      if OriginalWalk.metaKeys.contains(key), !isAttribute, member["role"] as? String != "object" { continue }
      expected.insert(key)
      let path = "\(path).\(key)"
      guard let node = node(id, key) else {
        faults.append("\(path): missing")
        continue
      }
      if isAttribute {
        expect(node.kind == .attribute, path, "kind")
        attribute(member, tree.attribute(node.attribute), path)
      } else if let items = items(member) {
        expect(node.kind == .list, path, "kind")
        container(items, node.container, path + "[]")
      } else {
        expect(node.kind == .container, path, "kind")
        container(member, node.container, path)
      }
    }
    expect(names(id) == expected, path, "other names")
  }

  /// The items of a linked array.
  private func items(_ member: [String: Any]) -> [String: Any]? {
    guard member["role"] as? String == "object", let items = member["items"] as? [String: Any],
      member.keys.allSatisfy({ $0 == "items" || $0.hasPrefix("_") || OriginalWalk.metaKeys.contains($0) })
    else { return nil }
    return object(items.values.first)
  }

  private mutating func attribute(_ expected: [String: Any], _ found: AttributeDefinition, _ path: String) {
    attributes += 1
    expect(found.valType.name == expected["valType"] as? String, path, "valType")
    expect(tree.minimum(of: found) == number(expected["min"]), path, "min")
    expect(tree.maximum(of: found) == number(expected["max"]), path, "max")
    let flags: [(String, AttributeFlags)] = [
      ("arrayOk", .arrayOk), ("noBlank", .noBlank), ("strict", .strict), ("coerceNumber", .coerceNumber),
      ("freeLength", .freeLength),
    ]
    for (name, flag) in flags { expect(found.flags.contains(flag) == (expected[name] as? Bool ?? false), path, name) }
    let isFlaglist = found.valType == .flaglist
    expect(equal(expected[isFlaglist ? "flags" : "values"], list(found.values)), path, "values")
    expect(equal(expected["extras"], list(found.extras)), path, "extras")
    let regex = expected["regex"] as? String
    expect(regex == found.pattern.map(tree.source), path, "regex")
    let dflt = tree.defaultText(of: found).flatMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
    expect(equal(expected["dflt"], dflt), path, "dflt")
    let dimensions: Dimensions =
      switch expected["dimensions"] {
      case let text as String: text == "1-2" ? .oneOrTwo : .one
      case let number as Int: number == 2 ? .two : .one
      default: .one
      }
    expect(found.dimensions == dimensions, path, "dimensions")
    item(expected["items"], found, path)
  }

  private mutating func item(_ items: Any?, _ found: AttributeDefinition, _ path: String) {
    func definition(_ id: AttributeID?) -> AttributeDefinition? { id.map(tree.attribute) }
    if let same = items as? [String: Any] {
      guard let own = definition(tree.item(of: found, at: 3)) else { return faults.append("\(path): no item") }
      attribute(same, own, path + "[]")
    } else if let list = items as? [Any] {
      expect(tree.itemCount(of: found) == list.count, path, "items")
      for (row, entry) in list.enumerated() {
        let columns = entry as? [Any] ?? [entry]
        for (column, expected) in columns.enumerated() {
          let id =
            entry is [Any] ? tree.item(of: found, row: row, column: column) : tree.item(of: found, at: row)
          guard let own = definition(id) else { return faults.append("\(path): no item") }
          attribute(object(expected), own, "\(path)[\(row)]")
        }
      }
    } else {
      expect(found.itemForm == .none, path, "items")
    }
  }

  // MARK: - Values

  private func list(_ list: ValueListID?) -> [Any]? {
    list.map { list in
      (0..<tree.count(of: list)).map { index -> Any in
        switch tree.element(of: list, at: index) {
        case .word(let word): tree.text(word)
        case .number(let number): number
        case .bool(let bool): bool
        case .null: NSNull()
        case .pattern(let pattern): tree.source(of: pattern)
        }
      }
    }
  }

  private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// Whether both have the same JSON text.
  private func equal(_ a: Any?, _ b: Any?) -> Bool {
    func text(_ value: Any?) -> Data? {
      value.flatMap { try? JSONSerialization.data(withJSONObject: [$0], options: .sortedKeys) }
    }
    return (a == nil) == (b == nil) && text(a) == text(b)
  }

  private func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }

  private func names(_ id: ContainerID) -> Set<String> {
    Set(tree.edges(of: id).filter { tree.node(of: $0, inVersion: version) != nil }.map { tree.text(tree.word(of: $0)) })
  }

  private func node(_ id: ContainerID, _ name: String) -> NodeRef? {
    tree.word(name).flatMap { tree.edge(id, $0) }.flatMap { tree.node(of: $0, inVersion: version) }
  }

  private mutating func expect(_ holds: Bool, _ path: String, _ fault: String) {
    if !holds { faults.append("\(path): \(fault)") }
  }
}
