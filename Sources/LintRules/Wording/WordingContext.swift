package import Diagnostics
package import JSONCore
package import ValidationTree

/// What a rule may look at when it words a problem: the text, the schema, and where in the figure the place is.
package struct WordingContext {
  package let bytes: InputBytes
  /// The path of the problem from the root of the figure; ends with the key when the problem is a key.
  package let path: [PathElement]
  /// Where the containers around the place open, by the steps of the path that are taken in them: those of the whole
  /// file, which has fewer steps where it is a template.
  let containers: [Int]
  /// What else there is in the figure.
  package let outline: FigureOutline
  /// What was worked out before.
  package let memory: WordingMemory

  package init(
    bytes: InputBytes, path: [PathElement], containers: [Int], outline: FigureOutline, memory: WordingMemory
  ) {
    self.bytes = bytes
    self.path = path
    self.containers = containers
    self.outline = outline
    self.memory = memory
  }

  package var tree: ValidationTree { memory.tree }

  /// The objects around the place: those on the path but for its last element.
  func place(in versions: VersionSet) -> SchemaPlace { knownPlace(in: versions).place }

  /// ``place(in:)``, with what it is known by.
  func knownPlace(in versions: VersionSet) -> PlaceMemory.Entry {
    memory.places.place(path.dropLast(), traceType: traceType, tree, in: versions)
  }

  /// The objects on the whole path.
  func fullPlace(in versions: VersionSet) -> SchemaPlace {
    memory.places.place(path[...], traceType: traceType, tree, in: versions).place
  }

  /// The members of the object in which the place is.
  var siblings: MemberList? { containers.last.map(outline.members(ofObjectAt:)) }

  /// Whether the object in which the place is has a member called `name`.
  func hasSibling(_ name: String) -> Bool {
    containers.last.map { outline.hasMember(name, ofObjectAt: $0) } ?? false
  }

  /// The value in `range`, as messages show it.
  func value(_ range: Range<Int>) -> ReceivedValue { ReceivedValue(bytes, range) }

  /// The type of the trace in `data` or in a frame that the place is in.
  private var traceType: String? {
    guard path.count > 2, case .key(let part) = path[0], case .index(let index) = path[1] else { return nil }
    if part == "data" { return containers.count > 2 ? outline.traceType(ofTraceAt: containers[2]) : nil }
    guard part == "frames", path.count > 4, path[2] == .key("data"), case .index(let trace) = path[3] else {
      return nil
    }
    return outline.traceType(at: trace, inFrame: index)
  }
}
