import LoopbackServer

/// Grids: their columns and rows.
extension DoubleCall {
  func createGrid(_ user: String, _ store: inout Store) -> DoubleAnswer {
    guard let cols = body["data"]?.decoded["cols"]?.decoded, cols.isObject else {
      return .refused(400, "data with cols is required", field: "data")
    }
    var columns: [DoubleFile.Column] = []
    for (index, member) in cols.members.enumerated() {
      guard let cells = member.value["data"]?.elements, !member.name.isEmpty else {
        return .refused(400, "columns have names and data", field: "data")
      }
      columns.append(
        DoubleFile.Column(
          name: member.name, uid: store.newUID(), order: member.value["order"]?.int ?? index, cells: cells))
    }
    if Set(columns.map(\.order)).count != columns.count { return .refused(400, "orders must differ", field: "data") }
    return create("grid", user, &store) { file in
      file.columns = columns
      file.metadata = (body["metadata"] ?? body["data"]?.decoded["metadata"])?.decoded ?? .null
    }
  }

  func gridContent(_ file: DoubleFile, uids: [String]? = nil) -> DoubleValue {
    let columns = file.orderedColumns.filter { uids?.contains($0.uid) ?? true }
    return .record([
      "cols": .object(
        columns.map { column in
          .init(
            name: column.name,
            value: .record(["uid": .string(column.uid), "order": .int(column.order), "data": .array(column.cells)]))
        })
    ])
  }

  func columns(_ index: Int, _ store: inout Store) -> DoubleAnswer {
    let file = store.files[index]
    let uids = request.query("uid")?.split(separator: ",").map(String.init)
    if request.method == "GET" { return .json(gridContent(file, uids: uids)) }
    guard file.owner == user else {
      return user == nil ? .refused(401, "Authentication credentials were not provided.") : .refused(403, "No.")
    }
    switch request.method {
    case "POST": return addColumns(index, &store)
    case "PUT": return replaceColumns(uids ?? [], index, &store)
    case "DELETE":
      guard let uids, uids.allSatisfy({ uid in file.columns.contains { $0.uid == uid } }) else {
        return .refused(400, "unknown uid")
      }
      store.files[index].columns.removeAll { uids.contains($0.uid) }
      return .nothing
    default: return .refused(405, "Method \"\(request.method)\" not allowed.")
    }
  }

  private func addColumns(_ index: Int, _ store: inout Store) -> DoubleAnswer {
    guard let cols = body["cols"]?.decoded.elements, !cols.isEmpty else {
      return .refused(400, "cols is required", field: "cols")
    }
    var added: [DoubleFile.Column] = []
    for col in cols {
      guard let name = col["name"]?.string, let cells = col["data"]?.elements else {
        return .refused(400, "name and data are required")
      }
      guard !(store.files[index].columns + added).contains(where: { $0.name == name }) else {
        return .refused(400, "Column \(name) already exists!")
      }
      let last = (store.files[index].columns + added).map(\.order).max() ?? -1
      added.append(
        DoubleFile.Column(name: name, uid: store.newUID(), order: col["order"]?.int ?? last + 1, cells: cells))
    }
    store.files[index].columns += added
    return .json(
      .record(["cols": .array(added.map { .record(["name": .string($0.name), "uid": .string($0.uid)]) })]), 201)
  }

  private func replaceColumns(_ uids: [String], _ index: Int, _ store: inout Store) -> DoubleAnswer {
    guard let cols = body["cols"]?.decoded.elements, cols.count == uids.count, !uids.isEmpty else {
      return .refused(400, "as many cols as uids are required", field: "cols")
    }
    var columns = store.files[index].columns
    for (uid, col) in zip(uids, cols) {
      guard let place = columns.firstIndex(where: { $0.uid == uid }) else { return .refused(400, "unknown uid \(uid)") }
      if let name = col["name"]?.string { columns[place].name = name }
      if let cells = col["data"]?.elements { columns[place].cells = cells }
      if let order = col["order"]?.int { columns[place].order = order }
    }
    if Set(columns.map(\.name)).count != columns.count { return .refused(400, "column names must differ") }
    store.files[index].columns = columns
    return .json(gridContent(store.files[index], uids: uids))
  }

  func appendRows(_ index: Int, _ store: inout Store) -> DoubleAnswer {
    guard let rows = body["rows"]?.decoded.elements else { return .refused(400, "rows is required", field: "rows") }
    var columns = store.files[index].orderedColumns
    guard rows.allSatisfy({ $0.elements?.count == columns.count }) else {
      return .refused(400, "a row has as many cells as there are columns")
    }
    let length = columns.map(\.cells.count).max() ?? 0
    for place in columns.indices {
      columns[place].cells += Array(repeating: .string(""), count: length - columns[place].cells.count)
      columns[place].cells += rows.compactMap { $0.elements?[place] }
    }
    store.files[index].columns = columns
    return .json(.record([:]), 200)
  }
}
