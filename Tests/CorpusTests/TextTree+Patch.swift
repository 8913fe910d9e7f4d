import TestSupport

/// An operation of JSON Patch (RFC 6902): `add`, `remove` or `replace`.
struct PatchOperation {
  let kind: String
  let path: String
  /// The value as JSON text.
  let value: [UInt8]

  init(_ node: TextTree.Node, in row: TextTree) {
    kind = row.string(node["op"]) ?? ""
    path = row.string(node["path"]) ?? ""
    value = node["value"].map { Array(row.text[$0.range]) } ?? []
  }

  /// The text with the operation done; nil where there is no such place.
  func applied(to text: [UInt8]) -> [UInt8]? {
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    let name = path[cut...].dropFirst().replacing("~1", with: "/").replacing("~0", with: "~")
    guard let tree = TextTree(text), let parent = tree.locate(String(path[..<cut]))?.node else { return nil }
    // What the parent holds, each with the key before it.
    let items =
      parent.members.isEmpty
      ? parent.elements.map { (all: $0.range, value: $0.range) }
      : parent.members.map { (all: $0.keyRange.lowerBound..<$0.value.range.upperBound, value: $0.value.range) }
    let isObject = text[parent.range.lowerBound] == UInt8(ascii: "{")
    let index = isObject ? parent.members.lastIndex { $0.key == name } : name == "-" ? items.count : Int(name)
    var text = text
    if let index, items.indices.contains(index) {
      switch kind {
      case "remove":
        let isLast = index == items.count - 1
        let start = isLast && index > 0 ? items[index - 1].all.upperBound : items[index].all.lowerBound
        text.removeSubrange(start..<(isLast ? items[index].all.upperBound : items[index + 1].all.lowerBound))
      case "add" where !isObject: text.insert(contentsOf: value + [UInt8(ascii: ",")], at: items[index].all.lowerBound)
      default: text.replaceSubrange(items[index].value, with: value)
      }
    } else if kind == "add" {
      let comma: [UInt8] = items.isEmpty ? [] : [UInt8(ascii: ",")]
      let key = isObject ? Array("\"\(name)\":".utf8) : []
      text.insert(contentsOf: comma + key + value, at: items.last?.all.upperBound ?? parent.range.lowerBound + 1)
    } else {
      return nil
    }
    return text
  }
}
