import ChartStudio

/// A place in a JSON text (RFC 6901): `/children/results/0/fid`.
struct JSONPointer: CustomStringConvertible {
  private let tokens: [String]
  let description: String

  init(_ text: String) throws(Failure) {
    guard text.isEmpty || text.hasPrefix("/") else {
      throw Failure(message: "'\(text)' is no JSON pointer", help: "it begins with a slash: '/children/results/0'")
    }
    description = text
    tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      String(token).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  /// The value at the place; nil for none.
  func value(in root: JSONView) -> JSONView? {
    var view = root
    for token in tokens {
      if let members = view.members {
        guard let member = members.first(where: { $0.name == token }) else { return nil }
        view = member.value
      } else {
        guard let elements = view.elements, let index = Int(token), elements.indices.contains(index),
          String(index) == token
        else { return nil }
        view = elements[index]
      }
    }
    return view
  }
}
