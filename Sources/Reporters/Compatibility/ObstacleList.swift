import Diagnostics
import JSONCore

/// What stands in the way of the versions that do not take a figure, in few lines: the nearest newer versions first, then the
/// nearest older ones.
struct ObstacleList {
  /// Obstacles of the same versions.
  struct Group {
    let versions: [Int]
    var obstacles: [Compatibility.Obstacle]
  }

  /// Lines that a figure may take on each side of the versions that take it.
  private static let groupLimit = 3
  /// Different obstacles that are named for the same versions.
  private static let obstacleLimit = 2

  let lines: [Line]

  /// A line: versions, and an obstacle or how many more there are.
  struct Line {
    /// `4.0.0 and newer`.
    let versions: String
    let obstacle: Compatibility.Obstacle?
    /// How many are left out, where there is no obstacle.
    let more: Int
  }

  init(_ compatibility: Compatibility) {
    var groups: [[Int]: Int] = [:]
    var list: [Group] = []
    for obstacle in compatibility.obstacles {
      if let known = groups[obstacle.versions] {
        list[known].obstacles.append(obstacle)
      } else {
        groups[obstacle.versions] = list.count
        list.append(Group(versions: obstacle.versions, obstacles: [obstacle]))
      }
    }
    let all = compatibility.versions.count
    let highest = compatibility.accepted.last?.upperBound
    let newer = list.filter { group in highest.map { (group.versions.last ?? -1) > $0 } ?? true }
    let older = list.filter { group in highest.map { (group.versions.last ?? -1) < $0 } ?? false }
    lines =
      ObstacleList.lines(
        highest == nil
          // What is wrong everywhere comes first, then what keeps the newest versions away.
          ? newer.inOrder { ObstacleList.rank($0, all) < ObstacleList.rank($1, all) }
          : newer.inOrder { ObstacleList.first($0, above: highest) < ObstacleList.first($1, above: highest) },
        compatibility)
      + ObstacleList.lines(older.inOrder { ($0.versions.last ?? 0) > ($1.versions.last ?? 0) }, compatibility)
  }

  /// The oldest version above `highest` that a group is about.
  private static func first(_ group: Group, above highest: Int?) -> Int {
    group.versions.first { $0 > highest ?? -1 } ?? .max
  }

  private static func rank(_ group: Group, _ all: Int) -> (Int, Int) {
    group.versions.count == all ? (0, 0) : (1, -(group.versions.last ?? 0))
  }

  private static func lines(_ groups: [Group], _ compatibility: Compatibility) -> [Line] {
    var lines: [Line] = []
    // The last group takes no more room than to say that there is one.
    let limit = groups.count == groupLimit + 1 ? groups.count : groupLimit
    for group in groups.prefix(limit) {
      let label = label(group.versions, compatibility)
      var named: Set<String> = []
      for obstacle in group.obstacles
      where named.count < obstacleLimit && named.insert(obstacle.finding.message).inserted {
        lines.append(Line(versions: label, obstacle: obstacle, more: 0))
      }
      let rest = group.obstacles.count - named.count
      if rest > 0 { lines.append(Line(versions: label, obstacle: nil, more: rest)) }
    }
    let rest = groups.dropFirst(limit)
    if !rest.isEmpty {
      let all = Set(rest.flatMap(\.versions)).inOrder(by: <)
      lines.append(
        Line(
          versions: label(all, compatibility), obstacle: nil,
          more: rest.reduce(0) { $0 + $1.obstacles.count }))
    }
    return lines
  }

  /// `4.0.0 and newer`, `2.9.0 and older`, `3.0.1 to 3.7.0`, `all versions`.
  private static func label(_ numbers: [Int], _ compatibility: Compatibility) -> String {
    let names = compatibility.versions
    let parts = Compatibility.spans(of: numbers).map { span in
      switch (span.lowerBound == 0, span.upperBound == names.count - 1) {
      case (true, true): "all versions"
      case (true, false): "\(names[span.upperBound]) and older"
      case (false, true): "\(names[span.lowerBound]) and newer"
      case (false, false):
        span.count == 1 ? names[span.lowerBound] : "\(names[span.lowerBound]) to \(names[span.upperBound])"
      }
    }
    return parts.joined(separator: ", ")
  }
}
