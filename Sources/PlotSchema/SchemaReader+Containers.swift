import JSONCore

extension SchemaReader {
  /// Keys of a container that describe it and are no keys of a figure, unless an attribute or container stands there.
  private static let metaKeys: [StaticString] = ["description", "role", "editType", "impliedEdits", "valType"]

  /// Reads a container called `key`.
  mutating func readContainer(_ index: Int, at key: String) throws(SchemaError) -> Int {
    do throws(SchemaError) {
      guard tape.kind(index) == .object else { throw SchemaError(.expected("an object")) }
      path.append(builder.model.words.intern(key))
      defer { path.removeLast() }
      return try readMembers(index)
    } catch {
      throw error.below(key)
    }
  }

  /// Recurses as deep as the text nests, which ``maximumDepth`` bounds.
  private mutating func readMembers(_ index: Int) throws(SchemaError) -> Int {
    var members: [SchemaMember] = []
    var isSubplot = false
    for key in tape.keys(index) {
      let value = key + 1
      if isPrivate(key) {
        if tape.isText(key, "_isSubplotObj") { isSubplot = tape.bool(value) == true }
        continue
      }
      // A trace's `type` is a text, and some containers hold plain values: no attributes.
      guard tape.kind(value) == .object else { continue }
      do throws(SchemaError) {
        path.append(word(key))
        defer { path.removeLast() }
        guard let node = try readNode(key, value), let name = path.last else { continue }
        members.append(SchemaMember(name: name, node: node))
      } catch {
        throw error.below(tape.string(key))
      }
    }
    let container = builder.addContainer(members, isSubplot: isSubplot)
    if let name = builder.repeatedName {
      warn("'\(builder.model.words.text(name))' is there more than once: the last one counts")
    }
    return container
  }

  /// Reads what stands under `key`; nil if it describes the container.
  private mutating func readNode(_ key: Int, _ value: Int) throws(SchemaError) -> SchemaNode? {
    // `valType` comes first nearly always.
    if let valType = tape.member(value, "valType"), tape.kind(valType) == .string {
      return .attribute(try readAttribute(value))
    }
    let isObject = tape.member(value, "role").map { tape.isText($0, "object") } ?? false
    if !isObject, SchemaReader.metaKeys.contains(where: { tape.isText(key, $0) }) { return nil }
    guard isObject, let items = linkedItems(value) else { return .container(try readMembers(value)) }
    guard let item = tape.keys(items).first(where: { _ in true }) else {
      throw SchemaError(.expected("a member"), at: ["items"])
    }
    do throws(SchemaError) {
      guard tape.kind(item + 1) == .object else { throw SchemaError(.expected("an object")) }
      return .list(try readMembers(item + 1))
    } catch {
      throw error.below(tape.string(item)).below("items")
    }
  }

  /// The `items` of a linked array: nil if `index` is a container that happens to have a member of this name.
  private func linkedItems(_ index: Int) -> Int? {
    var items: Int?
    for key in tape.keys(index) {
      if tape.isText(key, "items") {
        items = key + 1
      } else if !isPrivate(key), !SchemaReader.metaKeys.contains(where: { tape.isText(key, $0) }) {
        return nil
      }
    }
    return items.flatMap { tape.kind($0) == .object ? $0 : nil }
  }

  private func isPrivate(_ key: Int) -> Bool {
    let range = tape.range(key)
    return !range.isEmpty && tape.bytes[range.lowerBound] == UInt8(ascii: "_")
  }
}
