import PlotSchema
import ValidationTree

extension VersionTraits {
  /// The traits of a schema's version; for one that is not known, what its attributes let suppose.
  init(of schema: SchemaModel, named name: String) {
    self = []
    let version = PlotlyVersion(name) ?? schema.origin.version.flatMap { PlotlyVersion($0) }
    if schema.transforms != nil { insert(.transforms) }
    if let version {
      // plotly.js 4.0.0 replaced tinycolor; 2.28.0 learned typed-array specifications.
      if version >= PlotlyVersion(4, 0, 0) { insert(.modernColours) }
      if version >= PlotlyVersion(2, 28, 0) { insert(.typedArrays) }
    } else {
      insert(.typedArrays)
      if !VersionTraits.hasSourceAttributes(schema) { insert(.modernColours) }
    }
  }

  /// Whether there are `…src` attributes, which plotly.js 4.0.0 dropped.
  private static func hasSourceAttributes(_ schema: SchemaModel) -> Bool {
    schema.containers.contains { container in
      container.members.contains { member in
        let name = schema.words.utf8(member.name)
        return name.count > 3 && name.suffix(3).elementsEqual("src".utf8)
      }
    }
  }
}
