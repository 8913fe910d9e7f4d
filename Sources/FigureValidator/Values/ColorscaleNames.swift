package import JSONCore

/// The names of plotly's own colorscales, the same in all versions from 1.58 to 4.1.
package enum ColorscaleNames {
  /// All of them, with a space between two.
  package static var all: StaticString {
    """
    Blackbody Bluered Blues Cividis Earth Electric Greens Greys Hot Jet Picnic Portland Rainbow RdBu Reds Viridis \
    YlGnBu YlOrRd
    """
  }

  /// Whether the text in `range` is such a name. Capitals matter, and there are no reversed ones (`Viridis_r`): those are
  /// of the Python package, which writes them out.
  package static func contains(_ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    switch range.count {
    case 3: bytes.equals(range, "Hot") || bytes.equals(range, "Jet")
    case 4: bytes.equals(range, "RdBu") || bytes.equals(range, "Reds")
    case 5: bytes.equals(range, "Blues") || bytes.equals(range, "Earth") || bytes.equals(range, "Greys")
    case 6:
      bytes.equals(range, "Greens") || bytes.equals(range, "Picnic") || bytes.equals(range, "YlGnBu")
        || bytes.equals(range, "YlOrRd")
    case 7:
      bytes.equals(range, "Bluered") || bytes.equals(range, "Cividis") || bytes.equals(range, "Rainbow")
        || bytes.equals(range, "Viridis")
    case 8: bytes.equals(range, "Electric") || bytes.equals(range, "Portland")
    case 9: bytes.equals(range, "Blackbody")
    default: false
    }
  }
}
