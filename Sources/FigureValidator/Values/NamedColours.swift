package import JSONCore

/// The colour names of CSS Color Module Level 4, with `transparent`.
package enum NamedColours {
  /// Whether the text in `range` is a colour name, in capitals or small letters. O(log n) in the number of names.
  package static func contains(_ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    table(ofLength: range.count)?.contains(bytes, range) ?? false
  }

  /// All names of `length` letters.
  static func table(ofLength length: Int) -> SortedNames? {
    names(ofLength: length).map { SortedNames($0, length: length) }
  }

  private static func names(ofLength length: Int) -> StaticString? {
    switch length {
    case 3: "red tan"
    case 4: "aqua blue cyan gold gray grey lime navy peru pink plum snow teal"
    case 5: "azure beige black brown coral green ivory khaki linen olive wheat white"
    case 6: "bisque indigo maroon orange orchid purple salmon sienna silver tomato violet yellow"
    case 7: "crimson darkred dimgray dimgrey fuchsia hotpink magenta oldlace skyblue thistle"
    case 8:
      """
      cornsilk darkblue darkcyan darkgray darkgrey deeppink honeydew lavender moccasin seagreen seashell
      """
    case 9:
      """
      aliceblue burlywood cadetblue chocolate darkgreen darkkhaki firebrick gainsboro goldenrod indianred \
      lawngreen lightblue lightcyan lightgray lightgrey lightpink limegreen mintcream mistyrose olivedrab \
      orangered palegreen peachpuff rosybrown royalblue slateblue slategray slategrey steelblue turquoise
      """
    case 10:
      """
      aquamarine blueviolet chartreuse darkorange darkorchid darksalmon darkviolet dodgerblue ghostwhite \
      lightcoral lightgreen mediumblue papayawhip powderblue sandybrown whitesmoke
      """
    case 11:
      """
      darkmagenta deepskyblue floralwhite forestgreen greenyellow lightsalmon lightyellow navajowhite \
      saddlebrown springgreen transparent yellowgreen
      """
    case 12: "antiquewhite darkseagreen lemonchiffon lightskyblue mediumorchid mediumpurple midnightblue"
    case 13:
      """
      darkgoldenrod darkslateblue darkslategray darkslategrey darkturquoise lavenderblush lightseagreen \
      palegoldenrod paleturquoise palevioletred rebeccapurple
      """
    case 14:
      """
      blanchedalmond cornflowerblue darkolivegreen lightslategray lightslategrey lightsteelblue mediumseagreen
      """
    case 15: "mediumslateblue mediumturquoise mediumvioletred"
    case 16: "mediumaquamarine"
    case 17: "mediumspringgreen"
    case 20: "lightgoldenrodyellow"
    default: nil
    }
  }
}
