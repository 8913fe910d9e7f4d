package import ValidationTree

/// One difference between two versions of the schema: something came, went, or is not what it was.
package struct SchemaChange: Sendable {
  /// What stands at a place.
  package enum Kind: String, Sendable {
    case attribute, object, list, traceType, transform
  }

  /// One side of a change.
  package struct Side: Sendable {
    package let version: SchemaVersion
    package let node: NodeRef
    package let kind: Kind

    init(_ version: SchemaVersion, _ node: NodeRef, _ kind: Kind? = nil) {
      self.version = version
      self.node = node
      self.kind = kind ?? Kind(node)
    }

    /// The definition; nil for what holds attributes.
    package var attribute: AttributeID? { node.kind == .attribute ? node.attribute : nil }
  }

  /// What happened.
  package enum Action: String, Sendable {
    case added, removed, changed
  }

  /// Where: `scatter.marker.size`, `layout.annotations[].text`, `transforms.filter.target`.
  package let path: String
  /// What was there; nil for something new.
  package let before: Side?
  /// What is there now; nil for something gone.
  package let after: Side?
  /// What differs, for something that is in both versions.
  package var properties: [Property] = []
  /// The trace types that bring it, for what they bring into the layout; empty for all else.
  package var traceTypes: [String] = []

  /// What differs in a definition.
  package struct Property: Hashable, Sendable {
    /// The schema's name, or `kind` for an attribute that became an object and the like, or `counter` for an object that
    /// may carry a counter behind its name.
    package let name: String
    /// JSON text; nil where the schema says nothing.
    package let before: [UInt8]?
    package let after: [UInt8]?
  }

  package var action: Action { before == nil ? .added : after == nil ? .removed : .changed }
  /// What it is now, or was before it went.
  package var kind: Kind { (after ?? before)?.kind ?? .attribute }
}

extension SchemaChange.Kind {
  init(_ node: NodeRef) {
    switch node.kind {
    case .attribute: self = .attribute
    case .container: self = .object
    case .list: self = .list
    }
  }
}
