import JSONCore
package import ValidationTree

/// In which versions an attribute is known, and each value that it lists.
package struct AttributeHistory: Sendable {
  /// A listed value (of an enumeration, a flag, an extra) and the versions that take it.
  package struct Value: Sendable {
    /// As JSON: `"sync"`, `0`, `false`; an expression as its source.
    package let text: String
    package let versions: VersionSet
  }

  /// The versions that have something at the place, be it an attribute or an object.
  package let versions: VersionSet
  /// The versions in which it is an attribute that lists values.
  package let listing: VersionSet
  /// All values of all versions: those of the newest version first, in the schema's order.
  package let values: [Value]

  /// - Parameter variants: what stands at the place, as ``ValidationTree/ValidationTree/follow(_:)`` finds it.
  package init(_ variants: [Variant], _ tree: ValidationTree) {
    var all: VersionSet = []
    var listing: VersionSet = []
    var order: [String] = []
    var known: [String: VersionSet] = [:]
    let newestFirst = variants.inOrder { ($0.versions.newest ?? -1) > ($1.versions.newest ?? -1) }
    for variant in newestFirst {
      all.formUnion(variant.versions)
      guard variant.node.kind == .attribute else { continue }
      let attribute = tree.attribute(variant.node.attribute)
      // On other types they are advice that nobody checks.
      guard attribute.valType == .enumerated || attribute.valType == .flaglist || attribute.extras != nil else {
        continue
      }
      listing.formUnion(variant.versions)
      for list in [attribute.values, attribute.extras].compactMap(\.self) {
        for text in tree.valueTexts(of: list) {
          if known[text] == nil { order.append(text) }
          known[text, default: []].formUnion(variant.versions)
        }
      }
    }
    versions = all
    self.listing = listing
    values = order.map { Value(text: $0, versions: known[$0] ?? []) }
  }

  /// The values that some versions do not take although they list values there.
  package var changingValues: [Value] { values.filter { $0.versions != listing } }
}

extension ValidationTree {
  /// The values of a list in the schema's order, each as JSON: `"sync"`, `0`, `false`; an expression as its source.
  package func valueTexts(of list: ValueListID) -> [String] {
    (0..<count(of: list)).map { index in
      var json = JSONWriter()
      switch element(of: list, at: index) {
      case .word(let word): json.string(text(word))
      case .number(let number): json.number(number)
      case .bool(let bool): json.bool(bool)
      case .null: json.null()
      case .pattern(let pattern): return source(of: pattern)
      }
      return String(decoding: json.finish(), as: UTF8.self)
    }
  }
}
