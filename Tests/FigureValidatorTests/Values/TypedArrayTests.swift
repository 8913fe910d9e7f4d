import JSONCore
import Testing

@testable import FigureValidator

@Suite struct TypedArrayTests {
  @Test(arguments: [
    ("u1c", 1), ("i1", 1), ("u1", 1), ("i2", 2), ("u2", 2), ("i4", 4), ("u4", 4), ("f4", 4), ("f8", 8),
    ("uint8c", 1), ("int8", 1), ("uint8", 1), ("int16", 2), ("uint16", 2), ("int32", 4), ("uint32", 4),
    ("float32", 4), ("float64", 8),
  ])
  func knowsTheElement(name: String, size: Int) {
    #expect(lend(name) { TypedArrayElement($0, $1) }?.size == size)
  }

  @Test(arguments: ["", "i8", "u8", "int64", "F8", "<f8", "f8 ", "float", "bool", "O", "toString"])
  func knowsNoOtherElement(name: String) {
    #expect(lend(name) { TypedArrayElement($0, $1) } == nil)
  }

  @Test func readsShapes() {
    #expect(shape("2, 3").count == 6)
    #expect(shape("2,3,4").count == 24)
    #expect(shape("7").count == 7)
    #expect(shape(" 0x2 , 1e1").count == 20)  // numbers as ECMAScript reads them
    #expect(shape("").count == 0)
    #expect(shape("2,").sizes == (2, 0, 1))
    #expect(TypedArrayShape(number: 4) == shape("4"))
  }

  @Test func countsNothingInShapesThatAreNone() {
    #expect(shape("1,1,1,1").count == nil)
    #expect(shape("1,1,1,1").rank == 4)
    #expect(shape("2,x").count == nil)
    #expect(shape("-1,2").count == nil)
    #expect(shape("1.5,2").count == nil)
    #expect(shape("1e300,1").count == nil)
    #expect(shape("4e18,4e18").count == nil)
    #expect(TypedArrayShape(number: 2.5).count == nil)
  }

  @Test func laysOutBytes() throws {
    let plain = try TypedArrayLayout(of: .float64, byteLength: 16, shape: nil)
    #expect(plain.length == 2 && plain.rank == 1 && plain.flaw == nil)
    let matrix = try TypedArrayLayout(of: .int16, byteLength: 12, shape: shape("2, 3"))
    #expect(matrix.length == 2 && matrix.rank == 2 && matrix.flaw == nil)
    let cube = try TypedArrayLayout(of: .uint8, byteLength: 4, shape: shape("1,2,2"))
    #expect(cube.length == 1 && cube.rank == 3 && cube.flaw == nil)
  }

  @Test func namesWhatPlotlyPassesOver() throws {
    #expect(try TypedArrayLayout(of: .uint8, byteLength: 4, shape: shape("3")).flaw == .ignoredShape)
    #expect(try TypedArrayLayout(of: .uint8, byteLength: 4, shape: shape("3")).length == 4)
    #expect(try TypedArrayLayout(of: .uint8, byteLength: 5, shape: shape("2,2")).flaw == .tooManyElements)
    #expect(try TypedArrayLayout(of: .float64, byteLength: 7, shape: shape("0,2")).length == 0)
  }

  @Test func throwsWherePlotlyThrows() {
    #expect(flaw(.float64, 7, nil) == .partialElement)
    #expect(flaw(.float64, 7, "1") == .partialElement)
    #expect(flaw(.uint8, 4, "2,3") == .tooFewElements)
    #expect(flaw(.float64, 15, "1,2") == .tooFewElements)
    #expect(flaw(.uint8, 4, "4e18,4e18,2") == .tooFewElements)
    #expect(flaw(.uint8, 4, "1,1,2,2") == .tooManyDimensions)
    #expect(flaw(.uint8, 4, "2,-2") == .badDimension)
  }

  private func flaw(_ element: TypedArrayElement, _ byteLength: Int, _ text: String?) -> TypedArrayLayout.Flaw? {
    do throws(TypedArrayLayout.Flaw) {
      _ = try TypedArrayLayout(of: element, byteLength: byteLength, shape: text.map(shape))
      return nil
    } catch {
      return error
    }
  }

  private func shape(_ text: String) -> TypedArrayShape { lend(text) { TypedArrayShape($0, text: $1) } }
}
