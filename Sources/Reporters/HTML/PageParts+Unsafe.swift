import CReportPage

/// The parts of the page that are always the same: `Sources/CReportPage`.
///
/// Invariant: the memory is a constant of the C target and is never freed or changed.
enum PageParts {
  static var style: [UInt8] { unsafe bytes(figlint_page_style(), figlint_page_style_count()) }
  static var body: [UInt8] { unsafe bytes(figlint_page_body(), figlint_page_body_count()) }
  static var script: [UInt8] { unsafe bytes(figlint_page_script(), figlint_page_script_count()) }

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: UInt) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
