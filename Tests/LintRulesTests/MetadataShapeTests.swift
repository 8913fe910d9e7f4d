import Diagnostics
import FigureValidator
import JSONCore
import Testing

@testable import LintRules

/// Declarations of metadata, and metadata held against them.
@Suite struct MetadataShapeTests {
  private static let declaration = #"""
    {"type": "object", "required": ["instrument", "gain"], "additionalProperties": false,
     "properties": {
       "instrument": {"type": "string", "glob": "SN-####", "description": "of the sticker"},
       "mode": {"enum": ["fast", "slow", 7, null, true]},
       "gain": {"type": "integer", "minimum": 0, "maximum": 10},
       "range": {"unit": ["V", "mV"]},
       "runs": {"type": "array", "minItems": 2, "items": {"type": "object", "required": ["n"]}},
       "note": {}}}
    """#

  private func shape(_ text: String) throws(MetadataShapeError) -> MetadataShape {
    try Array(text.utf8).withInputBytes { bytes throws(MetadataShapeError) in
      guard let tape = try? JSONTape(bytes) else { return MetadataShape() }
      return try MetadataShape(tape, 0)
    }
  }

  private func messages(_ metadata: String) throws -> [String] {
    let shape = try shape(Self.declaration)
    return Array(metadata.utf8).withInputBytes { bytes in
      var walker = GridWalker(bytes, range: 0..<bytes.count, rules: [.metadataShape], shape: shape)
      walker.walkMetadata()
      return walker.problems.map { problem in
        guard case .metadata(.shape(let fault)) = problem.detail else { return "?" }
        return ShapeWords.words(fault, ReceivedValue(bytes, problem.range)).message
      }
    }
  }

  @Test(arguments: [
    #"{"instrument": "SN-0042", "gain": 4, "mode": "fast", "range": "10 V", "note": [1, {}]}"#,
    #"{"instrument": "SN-0042", "gain": 4, "mode": 7, "range": {"value": 10, "unit": "mV"}}"#,
    #"{"metadata": {"instrument": "SN-0042", "gain": 10.0, "mode": null, "runs": [{"n": 1}, {"n": 2}]}}"#,
  ]) func acceptsWhatIsDeclared(metadata: String) throws {
    #expect(try messages(metadata) == [])
  }

  @Test(arguments: [
    (#"{}"#, "metadata lacks 'instrument' and 'gain'"),
    (#"{"instrument": 7, "gain": 1}"#, "received the number 7, declared is a string"),
    (#"{"instrument": "SN-42", "gain": 1}"#, "'SN-42' has not the form 'SN-####'"),
    (#"{"instrument": "SN-0042", "gain": 1.5}"#, "received the number 1.5, declared is an integer"),
    (#"{"instrument": "SN-0042", "gain": -1}"#, "-1 is below the declared minimum, 0"),
    (#"{"instrument": "SN-0042", "gain": 11}"#, "11 is above the declared maximum, 10"),
    (#"{"instrument": "SN-0042", "gain": 1, "mode": "fest"}"#, "'fest' is none of 'fast', 'slow', 7, null and true"),
    (#"{"instrument": "SN-0042", "gain": 1, "range": 10}"#, "10 has no unit, declared is 'V' or 'mV'"),
    (#"{"instrument": "SN-0042", "gain": 1, "range": "10 kV "}"#, "'10 kV ' has no unit, declared is 'V' or 'mV'"),
    (#"{"instrument": "SN-0042", "gain": 1, "notes": 1}"#, "the key 'notes' is not declared"),
    (#"{"instrument": "SN-0042", "gain": 1, "runs": [{"n": 1}]}"#, "the list has fewer than 2 items"),
    (#"{"instrument": "SN-0042", "gain": 1, "runs": [{"n": 1}, {}]}"#, "metadata lacks 'n'"),
    (#"[1]"#, "received an array, declared is an object"),
    (#"7"#, "received the number 7, declared is an object"),
  ]) func tellsWhatDeparts(metadata: String, message: String) throws {
    #expect(try messages(metadata) == [message])
  }

  @Test(arguments: [
    (#"[]"#, "a declaration of metadata is an object", nil),
    (#"{"requird": []}"#, "'requird' is no keyword of a declaration of metadata", "did you mean 'required'?"),
    (#"{"type": "strng"}"#, "'strng' is no type", "did you mean 'string'?"),
    (#"{"minimum": "0"}"#, "'minimum' is a number", nil),
    (#"{"properties": {"a": {"enum": [[]]}}}"#, "allowed values are strings, numbers, true, false and null", nil),
    (
      #"{"required": ["gian"], "properties": {"gain": {}}, "additionalProperties": false}"#,
      "'gian' is required, but no property is called so and others are not allowed", "did you mean 'gain'?"
    ),
    (
      #"{"pattern": "^a"}"#, "'pattern' is not known",
      "write 'glob': '#' is a digit, '@' a letter, '?' any character, '*' any text"
    ),
  ]) func refusesWhatItDoesNotKnow(declaration: String, message: String, help: String?) {
    let error = #expect(throws: MetadataShapeError.self) { try shape(declaration) }
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  @Test(arguments: [
    ("SN-*", "SN-", true), ("SN-*", "sn-1", false), ("*-##", "a-b-12", true), ("@@?#", "ab-1", true),
    ("@@?#", "ab-x", false), (#"100\#"#, "100#", true), (#"\*"#, "x", false), ("", "", true), ("*", "", true),
    ("a*b*c", "aXbXbXc", true), ("a*b*c", "aXbXb", false), ("***a", "ba", true),
  ]) func aGlobMatchesTheWholeValue(glob: String, value: String, matches: Bool) {
    #expect(ValuePattern(glob).matches(value) == matches)
  }
}
