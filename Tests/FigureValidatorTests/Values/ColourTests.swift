import JSONCore
import Testing
import ValidationTree

@testable import FigureValidator

@Suite struct ColourTests {
  static let bothAccept = [
    "red", "RED", "RebeccaPurple", "lightgoldenrodyellow", "grey", "gray", "transparent", " red ", "\u{A0}red\n",
    "#f00", "#F00F", "#ff0000", "#FF0000cc", "\tred\u{FEFF}",
    "blac\u{212A}", "\u{212A}ha\u{212A}i",  // the Kelvin sign is a capital k
    "rgb(255,0,0)", "RGB(255, 0, 0)", "rgb( 255 , 0 , 0 )", "rgb(300,-1,+2)", "rgb(.5,1.5,0)", "rgb(50%,50%,50%)",
    "rgba(1,2,3,0.4)", "rgba(1,2,3,40%)", "rgb(1,2,3,0.4)", "hsl(0,100%,50%)", "hsla(0,100%,50%,.5)",
    "hsl(-10,100%,50%)", "rgb(1\u{A0},\u{2003}2,3)",
    "rgb(1 2 3)", "rgb(1 2 3 / 50%)", "hsl(120 100% 50%)", "rgb(1 2 3",
  ]

  static let bothRefuse = [
    "", " ", "rd", "redd", "dark blue", "re\u{131}d", "inherit", "currentcolor", "none", "constructor", "__proto__",
    "#", "#f", "#ff", "#ff000", "#ff00000", "#ggg", "##f00", "# f00", "ff", "12345",
    "rgb", "rgb()", "rgb(,,)", "rgb(1,2)", "rgb(a,b,c)", "rgb(1;2;3)", "(1,2,3)", "rgba(1,2,3,)", "rgba(1,2,3,a)",
    "cmyk(1,0,0,0)", "hsb(0,100%,100%)", "var(--x)", "url(#a)", "\u{85}red", "\u{200B}red",
  ]

  static let onlyTinycolor = [
    "f00", "FF0000", "f00f", "110", "1e10",  // digits without #
    "burntsienna",
    "rgb(1,2,3", "rgb 1 2 3", "rgb (1,2,3)", "rgb|1|2|3", "rgb(1,,2,3)", "xrgb(1,2,3)", "rgb(1,2,3)x", "red rgb 1 2 3",
    "rgb(1%,2,3)", "rgb(1,2,3,4,5)", "rgba(1 2 3 4)",
    "hsl(0,1,0.5)", "hsl(50%,50%,50%)", "hsv(0,100%,100%)", "HSV(1,2,3)", "hsva(1,2,3,4)",
    "rgba(1,2,3,1e", "xcolor(srgb 1 0 0)", "rgb(\u{2003}1\u{FEFF}2\u{A0}3)",
  ]

  static let onlyModern = [
    "rgb(1e2,0,0)", "rgba(1,2,3)", "rgba(1 2 3 / 0.5)", "rgba(1 2 3)", "rgb(none 0 0)", "rgb(1 2% none/none)",
    "rgb(1+2+3)", "rgb(.1.2.3)", "rgb(1%2%3%", "rgba(1%none none)",
    "hsl(120deg,100%,50%)", "hsl(0.5turn 100% 50%)", "hsla(1rad,1%,1%,1)", "hsl(1GRAD, 1%, 1%)",
    "hwb(90 10% 10%)", "lab(50% 40 59)", "lch(50% 70 60)", "lch(50 1deg 60deg)", "oklab(0.5 0.1 0.1)",
    "oklch(60% 0.15 50deg / 1)", "o\u{212A}lab(1 1 1)",
    "color(display-p3 1 0 0)", "color(xyz-d50 1 0 0 / none)", "color(--okhsl 50% none 1)", "COLOR(REC2020 1 1 1)",
  ]

  static let modernRefuses = [
    "rgb(1 2)", "rgb(1 2 3 4)", "rgb(1 2 3 4 5)", "rgb(1 2 / 3 4)", "rgb(1 2 3 /)", "rgb(1 2 3 / 1deg)",
    "rgb(1deg 2 3)", "rgb(1px 2 3)", "rgb(1 2 3))", "rgb(1 2 3) x", "rgb (1 2 3)", "rgb(1. 2 3)", "rgb(1 2,3)",
    "rgb(1\r2\r3)", "rgb(1\u{A0}2 3)", "rgb(1e 2 3)", "rgb(1none 2 3)", "rgb(1 2 3 / -none)",
    "rgb(1%,2%,3)", "rgb(1,2,3/1)", "rgb(1,2,3,1deg)", "rgb(none,2,3)", "rgb(1.,2,3)",
    "hsl(1%,1%,1%)", "hsl(1%  1% 1%)", "hsl(1 1deg 1%)", "hsl(1,1,1)", "hsl(1 deg,1%,1%)", "hwb(1,1%,1%)",
    "lab(1deg 1 1)", "lch(1 1 1%)", "oklch(1deg 1 1)", "hsv(1 1% 1%)", "hwba(1 1 1)",
    "color(srgb 1deg 1 1)", "color(srgbx 1 1 1)", "color(none 1 1 1)", "color(--hsl 1 1 1)", "color(srgb, 1, 1, 1)",
    "color(constructor 1 1 1)",
  ]

  @Test(arguments: bothAccept) func isAColourInAllVersions(text: String) {
    #expect(isColour(text, .tinycolor))
    #expect(isColour(text, .modern))
  }

  @Test(arguments: bothRefuse) func isNoColourInAnyVersion(text: String) {
    #expect(!isColour(text, .tinycolor))
    #expect(!isColour(text, .modern))
  }

  @Test(arguments: onlyTinycolor) func isAColourUpTo3(text: String) {
    #expect(isColour(text, .tinycolor))
    #expect(!isColour(text, .modern))
  }

  @Test(arguments: onlyModern) func isAColourFrom4On(text: String) {
    #expect(!isColour(text, .tinycolor))
    #expect(isColour(text, .modern))
  }

  @Test(arguments: modernRefuses) func isNoColourFrom4On(text: String) {
    #expect(!isColour(text, .modern))
  }

  @Test func hasNamesInOrder() {
    var count = 0
    for length in 0...25 {
      guard let table = NamedColours.table(ofLength: length) else { continue }
      let names = table.text.description.split(separator: " ").map(String.init)
      #expect(names == Set(names).sorted())
      #expect(names.count == table.count)
      #expect(names.allSatisfy { name in lend(name) { NamedColours.contains($0, $1) } })
      count += names.count
    }
    #expect(count == 149)  // 148 of CSS, and `transparent`
  }

  private func isColour(_ text: String, _ grammar: ColourGrammar) -> Bool {
    lend(text) { Colour.isColour($0, $1, grammar: grammar) }
  }
}
