import Diagnostics
import FigureValidator
import JSONCore

extension Problem {
  /// What a rule noted that looks at facts.
  var fact: FactDetail {
    guard case .fact(let fact) = detail else { return FactDetail() }
    return fact
  }
}

extension WordingContext {
  /// The name of the member that the problem is in: the last key of its path.
  var memberName: String {
    for step in path.reversed() {
      if case .key(let name) = step { return ClippedText(name).text }
    }
    return ""
  }

  /// The text of another place, as messages show it, quoted; nothing where there is none.
  func other(_ problem: Problem) -> String {
    guard let range = problem.fact.other, range.upperBound <= bytes.count, !range.isEmpty else { return "" }
    return value(range).shown
  }
}
