/// Pictures of figures. Nothing is stored, so that a figure may hold its data itself.
public enum Images: EndpointGroup {
  public static let segment = "images"

  /// How a picture is made.
  public struct Options: Sendable {
    /// `png`, `jpeg`, `svg`, `pdf`, `eps` or `webp`.
    public var format: String?
    /// Pixels, in place of those of the layout.
    public var width: Int?
    public var height: Int?
    /// How many times as many pixels; for `png` and `jpeg` only.
    public var scale: Double?
    /// Whether it comes as base64 text.
    public var isEncoded: Bool?

    public init() {}
  }

  /// Draws a figure.
  ///
  /// `POST /v2/images`
  ///
  /// - Parameter figure: An object with `data` and `layout`.
  public static func create(_ figure: JSONText, _ options: Options = Options()) -> Endpoint<ImageAnswer> {
    var fields: [(String, JSONText)] = [("figure", figure)]
    if let format = options.format { fields.append(("format", .string(format))) }
    if let width = options.width { fields.append(("width", JSONText(integerLiteral: width))) }
    if let height = options.height { fields.append(("height", JSONText(integerLiteral: height))) }
    if let scale = options.scale { fields.append(("scale", JSONText(trusted: Array("\(scale)".utf8)))) }
    if let isEncoded = options.isEncoded { fields.append(("encoded", JSONText(booleanLiteral: isEncoded))) }
    return create(fields: .object(fields))
  }

  /// `POST /v2/images` with a body of one's own.
  public static func create(fields: JSONText) -> Endpoint<ImageAnswer> {
    Endpoint(
      .post, [segment], body: .json(fields), accept: "*/*", repetition: .safe,
      decode: { response throws(UnusableAnswer) in try ImageAnswer(response) })
  }
}
