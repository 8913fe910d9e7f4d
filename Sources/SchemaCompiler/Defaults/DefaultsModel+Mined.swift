package import JSONCore

/// The JSON in which the miner of the conditions writes them: `rules`, each with `code`, `roots`, `attrs` and `when`.
extension DefaultsModel {
  /// Reads it. What it says about experiments is left out.
  ///
  /// - Throws: ``DefaultsError`` for text that is no JSON or holds no rules.
  package init(mined bytes: InputBytes) throws(DefaultsError) {
    self.init()
    let tape: JSONTape
    do throws(ScanError) {
      tape = try JSONTape(bytes)
    } catch {
      throw DefaultsError(line: 0, message: "the text is no JSON")
    }
    func texts(_ index: Int?) -> [String] { index.map { tape.elements($0).map(tape.string) } ?? [] }
    version = tape.member(0, "plotlyjs").map(tape.string) ?? ""
    for rule in tape.member(0, "rules").map({ Array(tape.elements($0)) }) ?? [] {
      let alternatives = tape.member(rule, "when").map { when in
        tape.elements(when).map { alternative in
          tape.elements(alternative).map { atom in
            Atom(feature: tape.member(atom, "f").map(tape.string) ?? "", tokens: texts(tape.member(atom, "in")))
          }
        }
      }
      rules.append(
        Rule(
          code: tape.member(rule, "code").map(tape.string) ?? "",
          reach: tape.member(rule, "v370").map(tape.string) ?? "",
          roots: texts(tape.member(rule, "roots")), attributes: texts(tape.member(rule, "attrs")),
          alternatives: alternatives ?? []))
    }
    guard !rules.isEmpty else { throw DefaultsError(line: 0, message: "the text holds no 'rules'") }
    if let nulls = tape.member(0, "nullUnused") {
      for key in tape.keys(nulls) { unusedNulls.append(UnusedNull(attribute: tape.string(key), types: texts(key + 1))) }
    }
  }
}
