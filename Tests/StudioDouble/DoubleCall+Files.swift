import Foundation
import LoopbackServer

/// Files of all types: what their groups have in common.
extension DoubleCall {
  var group: String { path[0] }

  func fileAnswer(_ store: inout Store) -> DoubleAnswer {
    guard path.count > 1 else { return collection(&store) }
    switch (group, path[1]) {
    case (_, "lookup"): return lookup(&store)
    case ("folders", _) where !path[1].contains(":"): return list(path[1], store)
    case ("plots", "feed"):
      return page(store.files.filter { $0.type == "plot" && $0.isWorldReadable && !$0.isDeleted }.map { record($0) })
    case ("dashboards", "schema"): return .json(.record(["type": .string("object")]))
    default: break
    }
    guard let index = store.index(path[1]), canRead(store.files[index]) else {
      // A grid that is gone makes the update of its columns fail in an odd way.
      return group == "grids" && path.last == "col" && request.method == "PUT"
        ? .refused(500, "Server error.") : .notFound
    }
    guard group == "files" || store.files[index].group == group else { return .notFound }
    return path.count == 2 ? detail(index, &store) : route(path[2], index, &store)
  }

  // MARK: - Access

  func canRead(_ file: DoubleFile) -> Bool {
    if file.owner == user { return true }
    guard !file.isDeleted else { return false }
    let isKeyGood = file.isShareKeyEnabled && request.query("share_key") == file.shareKey
    return file.isWorldReadable || isKeyGood
  }

  private func refusal(_ file: DoubleFile) -> DoubleAnswer? {
    if let refusal = required().refusal { return refusal }
    return file.owner == user ? nil : .refused(403, "You do not have permission to perform this action.")
  }

  // MARK: - Collections

  private func collection(_ store: inout Store) -> DoubleAnswer {
    let types = [
      "grids": "grid", "plots": "plot", "dashboards": "dashboard", "spectacle-presentations": "spectacle_presentation",
      "dash-apps": "dash_app",
    ]
    switch request.method {
    case "POST":
      let (user, refusal) = required()
      if let refusal { return refusal }
      switch group {
      case "folders": return createFolder(user, &store)
      case "grids": return createGrid(user, &store)
      case "plots": return createPlot(user, &store)
      case "files": return .refused(405, "Method \"POST\" not allowed.")
      default: return create(types[group] ?? "file", user, &store) { $0.content = body["content"] ?? .null }
      }
    case "GET":
      switch group {
      case "plots":
        return .json(
          .record([
            "next": .null, "previous": .null,
            "results": .array(
              store.files.filter { $0.type == "plot" && $0.isWorldReadable && !$0.isDeleted }.map { record($0) }),
          ]))
      case "dashboards", "spectacle-presentations":
        return page(store.files.filter { $0.type == types[group] && $0.owner == user }.map { record($0) })
      default: return .refused(405, "Method \"GET\" not allowed.")
      }
    default: return .refused(405, "Method \"\(request.method)\" not allowed.")
    }
  }

  private func list(_ name: String, _ store: Store) -> DoubleAnswer {
    let owner = request.query("user") ?? user ?? ""
    guard store.users[owner] != nil else { return .notFound }
    if ["shared", "starred", "trashed", "themes_shared"].contains(name), let refusal = required().refusal {
      return refusal
    }
    let files: [DoubleFile]
    switch name {
    case "home": files = store.files.filter { $0.owner == owner && $0.parent == -1 && !$0.isDeleted }
    case "all": files = store.files.filter { $0.owner == owner && !$0.isDeleted }
    case "trashed": files = store.files.filter { $0.owner == user && $0.isDeleted }
    case "starred": files = store.files.filter { $0.stars.contains(user ?? "") }
    case "shared", "themes_shared": files = []
    default: return .notFound
    }
    return listing(.record(["filename": .string(name)]), files.filter { canRead($0) })
  }

  private func listing(_ folder: DoubleValue, _ files: [DoubleFile]) -> DoubleAnswer {
    let types = request.query.filter { $0.name == "filetype" }.map(\.value)
    var files = files.filter { types.isEmpty || types.contains($0.type) }
    if request.query("order_by") == "filename" { files.sort { $0.filename < $1.filename } }
    guard let page = pageObject(files.map { record($0) }) else { return .notFound }
    var folder = folder
    folder["children"] = page
    return .json(folder)
  }

  private func lookup(_ store: inout Store) -> DoubleAnswer {
    guard let path = request.query("path") else { return .refused(400, "path is required", field: "path") }
    let owner = request.query("user") ?? user ?? ""
    let parent = request.query("parent").flatMap { Int($0) } ?? -1
    guard let index = store.find(path, from: parent, owner: owner), canRead(store.files[index]),
      group == "files" || store.files[index].group == group
    else { return .notFound }
    if request.query("exists") == "true" { return .json(.record(["exists": .bool(true)])) }
    return .json(record(store.files[index]))
  }

  // MARK: - One file

  private func detail(_ index: Int, _ store: inout Store) -> DoubleAnswer {
    switch request.method {
    case "GET", "HEAD":
      if store.files[index].keyDelay > 0 {
        store.files[index].keyDelay -= 1
        if store.files[index].keyDelay == 0 { store.files[index].isShareKeyEnabled = true }
      }
      let file = store.files[index]
      if file.type == "fold" {
        return listing(
          record(file),
          store.files.filter { $0.owner == file.owner && $0.parent == file.number && !$0.isDeleted && canRead($0) })
      }
      return .json(record(file, isDetail: true))
    case "PUT", "PATCH": return update(index, &store)
    case "DELETE":
      if let refusal = refusal(store.files[index]) { return refusal }
      guard group == "grids" else { return .refused(405, "Method \"DELETE\" not allowed.") }
      remove([index], &store)
      return .nothing
    default: return .refused(405, "Method \"\(request.method)\" not allowed.")
    }
  }

  private func remove(_ indices: [Int], _ store: inout Store) {
    for index in indices.sorted(by: >) { store.files.remove(at: index) }
  }

  private func update(_ index: Int, _ store: inout Store) -> DoubleAnswer {
    var file = store.files[index]
    if let refusal = refusal(file) { return refusal }
    let sharing = (
      body["world_readable"]?.bool ?? file.isWorldReadable, body["share_key_enabled"]?.bool ?? file.isShareKeyEnabled
    )
    if sharing == (true, true) { return .refused(400, "world_readable and share_key_enabled exclude each other") }
    if let name = body["filename"]?.string { file.filename = name }
    if let parent = body["parent"]?.int {
      guard
        parent == -1
          || store.files.contains(where: { $0.owner == file.owner && $0.number == parent && $0.type == "fold" })
      else { return .refused(400, "parent is no folder", field: "parent") }
      file.parent = parent
    }
    if let child = store.child(file.filename, of: file.parent, owner: file.owner), child != index {
      return .refused(400, "File already exists!", field: "filename")
    }
    file.isWorldReadable = sharing.0
    if sharing.1, !file.isShareKeyEnabled, settings.keyDelay > 0 {
      file.keyDelay = settings.keyDelay
    } else {
      file.isShareKeyEnabled = sharing.1
    }
    if group == "plots", let figure = body["figure"]?.decoded {
      if let refusal = DoubleCall.refusal(ofFigure: figure) { return refusal }
      file.content = figure
    }
    if group == "grids", let metadata = body["metadata"] { file.metadata = metadata.decoded }
    if group == "dashboards" || group == "spectacle-presentations", let content = body["content"] {
      file.content = content
    }
    store.files[index] = file
    return .json(record(file, isDetail: true))
  }

  private func route(_ name: String, _ index: Int, _ store: inout Store) -> DoubleAnswer {
    let file = store.files[index]
    switch (request.method, name) {
    case ("POST", "trash"), ("POST", "restore"):
      if let refusal = refusal(file) { return refusal }
      let isTrash = name == "trash"
      if !isTrash, let child = store.child(file.filename, of: file.parent, owner: file.owner), child != index {
        return .refused(400, "File already exists!")
      }
      for place in [index] + store.descendants(file) { store.files[place].isDeleted = isTrash }
      return .json(record(store.files[index]))
    case ("DELETE", "permanent_delete"):
      if let refusal = refusal(file) { return refusal }
      guard file.isDeleted else { return .refused(400, "The file is not in the trash.") }
      remove([index] + store.descendants(file), &store)
      return .nothing
    case ("GET", "content"): return content(file, store)
    case ("GET", "path"): return .json(.record(["path": .string(store.path(file))]))
    case ("GET", "sources"): return .json(sources(file))
    case ("GET", "image"):
      return DoubleAnswer(reply: Reply(headers: [("Content-Type", "image/png")], body: .bytes([0x89, 0x50])))
    case ("POST", "star"), ("DELETE", "star"):
      let (user, refusal) = required()
      if let refusal { return refusal }
      if request.method == "POST" {
        store.files[index].stars.insert(user)
      } else {
        store.files[index].stars.remove(user)
      }
      return request.method == "POST" ? .json(record(file), 201) : .nothing
    case ("POST", "drop_reference"): return refusal(file) ?? .json(record(file))
    case ("POST", "copy"):
      let (user, refusal) = required()
      if let refusal { return refusal }
      var copy = DoubleFile(
        owner: user, number: store.newNumber(user), type: file.type, filename: file.filename + " copy", parent: -1,
        isWorldReadable: false, isShareKeyEnabled: false)
      copy.columns = file.columns
      copy.content = file.content
      store.files.append(copy)
      return .json(.record(["file": record(copy)]), 201)
    case (_, "col") where file.type == "grid": return columns(index, &store)
    case ("POST", "row") where file.type == "grid": return refusal(file) ?? appendRows(index, &store)
    default: return .refused(405, "Method \"\(request.method)\" not allowed.")
    }
  }

  private func content(_ file: DoubleFile, _ store: Store) -> DoubleAnswer {
    switch file.type {
    case "grid": return .json(gridContent(file))
    case "plot":
      let figure = request.query("inline_data") == "true" ? inlined(file.content, file, store) : file.content
      return .json(figure)
    default: return .json(file.content)
    }
  }

  // MARK: - Creation

  func createFolder(_ user: String, _ store: inout Store) -> DoubleAnswer {
    guard let path = body["path"]?.string, !path.split(separator: "/").isEmpty else {
      return .refused(400, "path is required", field: "path")
    }
    var parent = body["parent"]?.int ?? -1
    let parts = path.split(separator: "/").map(String.init)
    if body["parent"] != nil, parts.count > 1 { return .refused(400, "path must be a bare name with parent") }
    var made: DoubleFile?
    for part in parts {
      if let child = store.child(part, of: parent, owner: user) {
        guard store.files[child].type == "fold" else { return .refused(400, "File already exists!") }
        parent = store.files[child].number
        continue
      }
      let folder = DoubleFile(
        owner: user, number: store.newNumber(user), type: "fold", filename: part, parent: parent, isWorldReadable: true,
        isShareKeyEnabled: false)
      store.files.append(folder)
      parent = folder.number
      made = folder
    }
    guard let made else { return .refused(400, "Folder already exists!") }
    return .json(.record(["file": record(made)]), 201)
  }

  /// Makes a file out of the fields that all types have.
  func create(
    _ type: String, _ user: String, _ store: inout Store, _ fill: (inout DoubleFile) -> Void
  ) -> DoubleAnswer {
    let isPublic = body["world_readable"]?.bool ?? true
    let isSecret = body["share_key_enabled"]?.bool ?? false
    if isPublic, isSecret { return .refused(400, "world_readable and share_key_enabled exclude each other") }
    if body["parent"] != nil, body["parent_path"] != nil {
      return .refused(400, "parent and parent_path exclude each other")
    }
    var parent = body["parent"]?.int ?? -1
    if let path = body["parent_path"]?.string {
      guard let folder = store.folder(path, owner: user) else {
        return .refused(400, "parent_path does not exist", field: "parent_path")
      }
      parent = folder
    }
    let number = store.newNumber(user)
    let name = body["filename"]?.string ?? "\(type.capitalized) \(number)"
    if name.contains("/") || name.isEmpty { return .refused(400, "filename must be a base name", field: "filename") }
    if store.child(name, of: parent, owner: user) != nil {
      return .refused(400, "File already exists!", field: "filename")
    }
    var file = DoubleFile(
      owner: user, number: number, type: type, filename: name, parent: parent, isWorldReadable: isPublic,
      isShareKeyEnabled: isSecret)
    if isSecret, settings.keyDelay > 0 {
      file.isShareKeyEnabled = false
      file.keyDelay = settings.keyDelay
    }
    fill(&file)
    store.files.append(file)
    return .json(.record(["file": record(file, isDetail: true)]), 201)
  }

  // MARK: - Records

  func record(_ file: DoubleFile, isDetail: Bool = false) -> DoubleValue {
    let base = settings.base
    var record = DoubleValue.record([
      "fid": .string(file.fid), "owner": .string(file.owner), "filename": .string(file.filename),
      "filetype": .string(file.type),
      "parent": .int(file.parent), "parented": .bool(true), "world_readable": .bool(file.isWorldReadable),
      "creation_time": .string("2024-02-03T04:05:06.123456Z"), "date_modified": .string("2024-02-03T04:05:07.120Z"),
      "title": .string(""), "views": .int(0), "web_url": .string("\(base)/~\(file.owner)/\(file.number)/"),
      "embed_url": .string("\(base)/~\(file.owner)/\(file.number).embed"),
      "api_urls": .record([
        "files": .string("\(base)/v2/files/\(file.fid)"), file.group: .string("\(base)/v2/\(file.group)/\(file.fid)"),
      ]),
      "img_url": .string(""), "image_urls": .record([:]), "preview": .string(""), "references": .null,
      "referencers": .null,
      "stars": .record(["results": .array([]), "count": .int(file.stars.count)]), "comments": .null,
      "refresh_interval": .null, "is_theme": .null, "is_template": .null,
    ])
    if file.owner == user {
      record["share_key_enabled"] = .bool(file.isShareKeyEnabled)
      record["share_key"] = .string(file.shareKey)
      record["deleted"] = .bool(file.isDeleted)
      record["current_user_permission"] = .string("admin")
    }
    switch file.type {
    case "grid":
      record["cols"] = .array(file.orderedColumns.map { .record(["name": .string($0.name), "uid": .string($0.uid)]) })
      record["preview"] = .object(
        file.orderedColumns.map { column in
          .init(name: column.name, value: .array(column.cells.prefix(10).map { .string($0.string ?? $0.text) }))
        })
      if isDetail { record["metadata"] = file.metadata }
    case "plot" where isDetail: record["figure"] = file.content
    case "dashboard" where isDetail, "spectacle_presentation" where isDetail: record["content"] = file.content
    default: break
    }
    return record
  }
}
