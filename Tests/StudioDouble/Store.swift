/// What the double knows: users, their files, and what happens next.
struct Store {
  /// Keys by user.
  var users: [String: String] = [:]
  var files: [DoubleFile] = []
  /// Numbers that were given away, for each user.
  var nextNumber: [String: Int] = [:]
  private var uidCount = 0
  /// Files that are still found for some looks although they are deleted.
  var ghosts: [(file: DoubleFile, looks: Int)] = []

  init(users: [String: String]) { self.users = users }

  mutating func newUID() -> String {
    uidCount += 1
    // Spread over six hexadecimal digits, each value once.
    let text = String((uidCount &* 0x5bd1e9 + 0x1f3a7) % 0x1000000, radix: 16)
    return String(repeating: "0", count: 6 - text.utf8.count) + text
  }

  mutating func newNumber(_ user: String) -> Int {
    let number = nextNumber[user] ?? 0
    nextNumber[user] = number + 1
    return number
  }

  func index(_ fid: String) -> Int? { files.firstIndex { $0.fid == fid } }

  /// The live file called `name` in a folder.
  func child(_ name: String, of parent: Int, owner: String) -> Int? {
    files.firstIndex { $0.owner == owner && $0.parent == parent && $0.filename == name && !$0.isDeleted }
  }

  /// The live file at a path; -1 for the home folder, nil for none.
  func find(_ path: String, from parent: Int = -1, owner: String) -> Int? {
    var place = parent
    var found: Int?
    for part in path.split(separator: "/") {
      guard let child = child(String(part), of: place, owner: owner) else { return nil }
      found = child
      place = files[child].number
    }
    return found
  }

  /// The number of the folder at a path; nil for none.
  func folder(_ path: String, owner: String) -> Int? {
    if path.split(separator: "/").isEmpty { return -1 }
    guard let index = find(path, owner: owner), files[index].type == "fold" else { return nil }
    return files[index].number
  }

  func path(_ file: DoubleFile) -> String {
    var parts = [file.filename]
    var parent = file.parent
    while parent >= 0, let folder = files.first(where: { $0.owner == file.owner && $0.number == parent }) {
      parts.insert(folder.filename, at: 0)
      parent = folder.parent
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The files in a folder, at any depth.
  func descendants(_ file: DoubleFile) -> [Int] {
    guard file.type == "fold" else { return [] }
    return files.indices.filter { files[$0].owner == file.owner && files[$0].parent == file.number }.flatMap {
      [$0] + descendants(files[$0])
    }
  }
}
