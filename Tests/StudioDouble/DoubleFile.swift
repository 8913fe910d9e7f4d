/// A file in the double's store.
struct DoubleFile {
  let owner: String
  let number: Int
  let type: String
  var filename: String
  /// The number of its folder, -1 for home.
  var parent: Int
  var isWorldReadable: Bool
  var isShareKeyEnabled: Bool
  /// Looks until the key is told to work.
  var keyDelay = 0
  var isDeleted = false
  /// Grids: columns in order.
  var columns: [Column] = []
  var metadata: DoubleValue = .null
  /// Plots: the figure. Dashboards and presentations: the content.
  var content: DoubleValue = .null
  /// Further fields that were set.
  var fields: [DoubleValue.Member] = []
  var stars: Set<String> = []

  struct Column {
    var name: String
    let uid: String
    var order: Int
    var cells: [DoubleValue]
  }

  var fid: String { "\(owner):\(number)" }
  /// As servers make them: letters and digits that nobody guesses, but here always the same.
  var shareKey: String { "k" + String(repeating: String(number % 10), count: 21) }

  var orderedColumns: [Column] { columns.sorted { $0.order < $1.order } }

  /// The group of endpoints for its type.
  var group: String {
    switch type {
    case "fold": "folders"
    case "grid": "grids"
    case "plot": "plots"
    case "dashboard": "dashboards"
    case "spectacle_presentation": "spectacle-presentations"
    default: "files"
    }
  }
}
