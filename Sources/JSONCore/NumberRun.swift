/// Passes runs of numbers with commas between them, 64 bytes at a time.
///
/// Each byte of a block becomes one bit of a mask for its class (digit, comma, point …), and the grammar of RFC 8259
/// section 6 becomes a few operations on the masks: what may stand behind what is a shift; where a run of digits ends is
/// an addition, whose carry runs through the ones. What a block leaves open is carried into the next one as single bits.
///
/// The run begins where an element of an array must begin and is proven up to its last comma. A byte that makes the text
/// wrong, or that needs a closer look (anything but numbers; integers of more than 15 digits and exponents of more than two,
/// which a double may not hold), ends it: the plain scanner takes over behind the comma before. So this code never says what
/// is wrong, and never has to.
struct NumberRun {
  /// Behind the last comma that is proven: 0-based.
  private(set) var end: Int
  /// How many elements, each with its comma, were passed.
  private(set) var count = 0
  /// Whether a number of the run has a minus, and whether one begins with the digit 0, which zero does.
  var hasNegatives: Bool { negatives != 0 }
  var hasLeadingZeros: Bool { zeroStarts != 0 }

  // Those of the blocks that are proven, and of the block at hand.
  private var negatives: UInt64 = 0
  private var zeroStarts: UInt64 = 0
  private var blockNegatives: UInt64 = 0
  private var blockZeroStarts: UInt64 = 0
  /// Those behind the last comma of a block: proven with the next comma.
  private var openNegatives: UInt64 = 0
  private var openZeroStarts: UInt64 = 0

  // The last byte of the block before, as bit 0: what it was.
  private var wasDigit: UInt64 = 0
  private var wasComma: UInt64 = 1  // A run begins as if behind a comma.
  private var wasPoint: UInt64 = 0
  private var wasMinus: UInt64 = 0
  private var wasPlus: UInt64 = 0
  private var wasExponent: UInt64 = 0
  private var wasSpace: UInt64 = 0
  private var wasLeadingMinus: UInt64 = 0
  private var wasExponentSign: UInt64 = 0
  private var wasLeadingZero: UInt64 = 0

  // Runs that go on from the block before.
  private var inInteger: UInt64 = 0
  private var inFraction: UInt64 = 0
  private var inExponent: UInt64 = 0
  private var inSpaceBehindComma: UInt64 = 0
  private var inSpaceBehindDigit: UInt64 = 0
  /// The integers' digits and the first digits of exponents in the block before.
  private var earlierDigits: UInt64 = 0
  private var earlierExponentDigits: UInt64 = 0

  /// Passes what it can of `bytes` from `start` on, where an element begins. O(bytes passed).
  init(_ bytes: InputBytes, from start: Int) {
    end = start
    var offset = start
    while let block = bytes.quad(at: offset) {
      let wrong = judge(block, at: offset, of: bytes)
      let commas = block.mask(of: UInt8(ascii: ","))
      if wrong != 0 {
        take(commas & ((wrong & (0 &- wrong)) &- 1), at: offset)
        return
      }
      take(commas, at: offset)
      offset &+= 64
    }
  }

  /// Counts the commas of a block that are proven.
  @inline(__always) private mutating func take(_ commas: UInt64, at offset: Int) {
    guard commas != 0 else {
      openNegatives |= blockNegatives
      openZeroStarts |= blockZeroStarts
      return
    }
    count &+= commas.nonzeroBitCount
    end = offset &+ 64 &- commas.leadingZeroBitCount
    let proven = UInt64.max &>> UInt64(truncatingIfNeeded: commas.leadingZeroBitCount)
    negatives |= blockNegatives & proven | openNegatives
    zeroStarts |= blockZeroStarts & proven | openZeroStarts
    openNegatives = blockNegatives & ~proven
    openZeroStarts = blockZeroStarts & ~proven
  }

  /// The bytes of a block at which the text is wrong or needs a closer look; none if it can be passed.
  @inline(__always)
  private mutating func judge(_ block: ByteQuad, at offset: Int, of bytes: InputBytes) -> UInt64 {
    let digits = block.digits
    let commas = block.mask(of: UInt8(ascii: ","))
    let points = block.mask(of: UInt8(ascii: "."))
    let minuses = block.mask(of: UInt8(ascii: "-"))
    let zeros = block.mask(of: UInt8(ascii: "0"))
    let plain = digits | commas | points | minuses
    // The bracket that ends an array ends the run: what is before it can be judged like any block.
    let others = ~plain
    guard others == 0 || bytes[offset &+ others.trailingZeroBitCount] == UInt8(ascii: "]"),
      (wasExponent | wasPlus | wasSpace | wasExponentSign | inExponent) == 0,
      (inSpaceBehindComma | inSpaceBehindDigit) == 0
    else {
      return judgeFully(block, digits, commas, points, minuses, zeros, plain)
    }
    // Numbers without exponents, and no white space: nearly all data.
    let behindComma = commas &<< 1 | wasComma
    let behindDigit = digits &<< 1 | wasDigit
    let behindPoint = points &<< 1 | wasPoint
    let behindMinus = minuses &<< 1 | wasMinus
    var wrong = others | (points & ~behindDigit) | ((behindPoint | behindMinus) & ~digits)
    wrong |= (minuses & ~behindComma) | (commas & ~behindDigit) | (behindComma & ~(digits | minuses))
    let firstDigits = digits & (behindComma | behindMinus)
    wrong |= leadingZeros(firstDigits, digits, zeros)
    blockNegatives = minuses
    wrong |= integers(firstDigits, digits) | fractions(behindPoint & digits, digits) & points
    keep(digits, commas, points, minuses)
    wasLeadingMinus = wasMinus
    earlierExponentDigits = 0
    return wrong
  }

  /// ``judge(_:)`` for blocks with everything that numbers and the space between them can hold.
  private mutating func judgeFully(
    _ block: ByteQuad, _ digits: UInt64, _ commas: UInt64, _ points: UInt64, _ minuses: UInt64, _ zeros: UInt64,
    _ plain: UInt64
  ) -> UInt64 {
    let pluses = block.mask(of: UInt8(ascii: "+"))
    let exponents = block.maskIgnoringCase(of: UInt8(ascii: "e"))
    let spaces = block.spaces
    let behindComma = commas &<< 1 | wasComma
    let behindDigit = digits &<< 1 | wasDigit
    let behindPoint = points &<< 1 | wasPoint
    let behindMinus = minuses &<< 1 | wasMinus
    let behindPlus = pluses &<< 1 | wasPlus
    let behindExponent = exponents &<< 1 | wasExponent
    let behindSpace = spaces &<< 1 | wasSpace
    let leadingMinuses = minuses & (behindComma | behindSpace)
    let exponentSigns = (minuses | pluses) & behindExponent

    var wrong = ~(plain | pluses | exponents | spaces)
    // What stands where it cannot: behind something else than it needs.
    wrong |= (points | exponents) & ~behindDigit
    wrong |= minuses & ~(leadingMinuses | exponentSigns) | pluses & ~exponentSigns
    wrong |= commas & ~(behindDigit | behindSpace)
    wrong |= spaces & ~(behindDigit | behindComma | behindSpace)
    // What is missing: behind these, something must come.
    wrong |= (behindPoint | behindMinus | behindPlus) & ~digits
    wrong |= behindExponent & ~(digits | minuses | pluses)
    wrong |= behindComma & ~(digits | minuses | spaces)
    // White space: behind a comma a number comes, behind a number a comma.
    let valueMustCome = NumberRun.behindRuns(of: spaces, from: spaces & behindComma, &inSpaceBehindComma)
    let commaMustCome = NumberRun.behindRuns(of: spaces, from: spaces & behindDigit, &inSpaceBehindDigit)
    wrong |= valueMustCome & ~(digits | minuses) | commaMustCome & ~commas

    let first = digits & (behindComma | valueMustCome | (leadingMinuses &<< 1) | wasLeadingMinus)
    wrong |= leadingZeros(first, digits, zeros) | integers(first, digits)
    wrong |= fractions(behindPoint & digits, digits) & points
    let firstOfExponent = digits & (behindExponent | exponentSigns &<< 1 | wasExponentSign)
    let behindExponents = NumberRun.behindRuns(of: digits, from: firstOfExponent, &inExponent)
    wrong |= behindExponents & (points | exponents)
    wrong |= longExponents(firstOfExponent, digits)
    blockNegatives = leadingMinuses

    keep(digits, commas, points, minuses)
    wasPlus = pluses &>> 63
    wasExponent = exponents &>> 63
    wasSpace = spaces &>> 63
    wasLeadingMinus = leadingMinuses &>> 63
    wasExponentSign = exponentSigns &>> 63
    return wrong
  }

  @inline(__always)
  private mutating func keep(_ digits: UInt64, _ commas: UInt64, _ points: UInt64, _ minuses: UInt64) {
    wasDigit = digits &>> 63
    wasComma = commas &>> 63
    wasPoint = points &>> 63
    wasMinus = minuses &>> 63
  }

  /// The digits behind a zero with which a number begins.
  @inline(__always)
  private mutating func leadingZeros(_ first: UInt64, _ digits: UInt64, _ zeros: UInt64) -> UInt64 {
    let leading = first & zeros
    blockZeroStarts = leading
    let wrong = (leading &<< 1 | wasLeadingZero) & digits
    wasLeadingZero = leading &>> 63
    return wrong
  }

  /// The digits of integers from the 16th on. Also follows the integers, for those that end in a later block.
  @inline(__always) private mutating func integers(_ first: UInt64, _ digits: UInt64) -> UInt64 {
    // The addition clears the digits of each integer, from its first on.
    let integerDigits = digits & ~(digits &+ (first | inInteger & digits))
    inInteger = integerDigits &>> 63
    return longRuns(integerDigits)
  }

  /// The ends of runs of sixteen ones, the ones of the block before included.
  @inline(__always) private mutating func longRuns(_ ones: UInt64) -> UInt64 {
    // Two ones, four, eight, sixteen in a row, each ending at its bit.
    let two = ones & (ones &<< 1 | earlierDigits &>> 63)
    let earlierTwo = earlierDigits & (earlierDigits &<< 1)
    let four = two & (two &<< 2 | earlierTwo &>> 62)
    let earlierFour = earlierTwo & (earlierTwo &<< 2)
    let eight = four & (four &<< 4 | earlierFour &>> 60)
    let earlierEight = earlierFour & (earlierFour &<< 4)
    let sixteen = eight & (eight &<< 8 | earlierEight &>> 56)
    earlierDigits = ones
    return sixteen
  }

  /// The third digits of exponents.
  private mutating func longExponents(_ first: UInt64, _ digits: UInt64) -> UInt64 {
    let third = (first &<< 2 | earlierExponentDigits &>> 62) & digits & (digits &<< 1 | wasDigit)
    earlierExponentDigits = first
    return third
  }

  /// The bytes behind the fractions whose first digits are given.
  @inline(__always) private mutating func fractions(_ first: UInt64, _ digits: UInt64) -> UInt64 {
    NumberRun.behindRuns(of: digits, from: first, &inFraction)
  }

  /// The bits behind runs of ones: of those that begin at `first`, and of the one that goes on from the block before if
  /// `carry` is 1. Sets `carry` for a run that reaches the end.
  @inline(__always)
  private static func behindRuns(of ones: UInt64, from first: UInt64, _ carry: inout UInt64) -> UInt64 {
    let (partial, overflow) = ones.addingReportingOverflow(first)
    let (sum, carryOverflow) = partial.addingReportingOverflow(carry)
    carry = overflow || carryOverflow ? 1 : 0
    return sum & ~ones
  }
}
