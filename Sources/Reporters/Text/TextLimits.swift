/// The characters that the parts of a finding in text form may take.
struct TextLimits {
  var file: Int
  var attribute: Int
  var message: Int
  var help: Int
  /// The columns of the code frame; nil for none.
  var frame: Int?

  /// The characters (Unicode scalars, line feeds included) of a whole finding.
  static let finding = 600

  /// From roomy to tight: a finding is written with the first limits under which it fits ``finding``. The last ones fit
  /// always, also with numbers of 19 digits everywhere.
  ///
  /// First long values go, since their beginning says most; then the surroundings in the code frame; the path, by
  /// which editors jump, last.
  static let ladder = [
    TextLimits(file: 400, attribute: 200, message: 360, help: 200, frame: 100),
    TextLimits(file: 400, attribute: 80, message: 200, help: 120, frame: 100),
    TextLimits(file: 400, attribute: 60, message: 160, help: 90, frame: 60),
    TextLimits(file: 400, attribute: 60, message: 160, help: 90, frame: nil),
    TextLimits(file: 100, attribute: 60, message: 160, help: 90, frame: nil),
  ]
}
