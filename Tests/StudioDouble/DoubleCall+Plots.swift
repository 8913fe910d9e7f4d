import LoopbackServer

/// Plots: figures with references.
extension DoubleCall {
  func createPlot(_ user: String, _ store: inout Store) -> DoubleAnswer {
    guard let figure = body["figure"]?.decoded else { return .refused(400, "This field is required.", field: "figure") }
    if let refusal = DoubleCall.refusal(ofFigure: figure) { return refusal }
    return create("plot", user, &store) { $0.content = figure }
  }

  /// Attributes that hold data in many trace types; the service wants references for them.
  private static let dataAttributes: Set<String> = [
    "x", "y", "z", "r", "theta", "a", "b", "c", "u", "v", "w", "i", "j", "k", "lat", "lon", "locations", "values",
    "labels",
    "parents", "ids", "text", "hovertext", "customdata", "open", "high", "low", "close", "base", "measure", "intensity",
    "facecolor", "vertexcolor",
  ]
  private static let markerAttributes: Set<String> = ["size", "color", "symbol", "opacity"]

  static func refusal(ofFigure figure: DoubleValue) -> DoubleAnswer? {
    guard figure.isObject else { return .refused(400, "figure must be an object", field: "figure") }
    for trace in figure["data"]?.elements ?? [] {
      let raw =
        trace.members.first { dataAttributes.contains($0.name) && $0.value.elements != nil }
        ?? trace["marker"]?.members.first { markerAttributes.contains($0.name) && $0.value.elements != nil }
      if let raw {
        return .refused(
          400, "figure.data must not hold raw data: '\(raw.name)' must be a reference to a grid", field: "figure")
      }
    }
    return nil
  }

  // MARK: - Data in place of references

  /// The figure with the arrays beside the references to them; whoever can read a plot reads its data with it.
  func inlined(_ figure: DoubleValue, _ file: DoubleFile, _ store: Store) -> DoubleValue {
    var figure = figure
    if let data = figure["data"]?.elements { figure["data"] = .array(data.map { filled($0, store) }) }
    if let frames = figure["frames"]?.elements {
      figure["frames"] = .array(
        frames.map { frame in
          var frame = frame
          if let data = frame["data"]?.elements { frame["data"] = .array(data.map { filled($0, store) }) }
          return frame
        })
    }
    return figure
  }

  private func filled(_ value: DoubleValue, _ store: Store) -> DoubleValue {
    guard value.isObject else { return value }
    var result = value
    for member in value.members {
      if member.name.hasSuffix("src"), let text = member.value.string, let array = column(text, store) {
        result[String(member.name.dropLast(3))] = array
      } else {
        result[member.name] = filled(member.value, store)
      }
    }
    return result
  }

  private func column(_ reference: String, _ store: Store) -> DoubleValue? {
    let parts = reference.split(separator: ":")
    guard parts.count == 3, let index = store.index("\(parts[0]):\(parts[1])") else { return nil }
    let uids = parts[2].split(separator: ",").map(String.init)
    let columns = uids.compactMap { uid in store.files[index].columns.first { $0.uid == uid } }
    guard columns.count == uids.count else { return nil }
    return columns.count == 1 ? .array(columns[0].cells) : .array(columns.map { .array($0.cells) })
  }

  /// What a plot was made from.
  func sources(_ file: DoubleFile) -> DoubleValue {
    var fids: [String] = []
    func collect(_ value: DoubleValue) {
      for member in value.members {
        if member.name.hasSuffix("src"), let parts = member.value.string?.split(separator: ":"), parts.count == 3 {
          let fid = "\(parts[0]):\(parts[1])"
          if !fids.contains(fid) { fids.append(fid) }
        } else {
          collect(member.value)
        }
      }
      for element in value.elements ?? [] { collect(element) }
    }
    collect(file.content)
    return .record([
      "graph": .record([
        "nodes": .array(fids.map { .record(["type": .string("grid"), "metadata": .record(["fid": .string($0)])]) })
      ])
    ])
  }
}
