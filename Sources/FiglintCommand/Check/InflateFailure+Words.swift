import Inflation
import JSONCore

extension InflateFailure {
  /// What is wrong with an archive, in one line.
  func message(for name: String) -> String {
    let archive = "cannot read '\(name)'"
    return switch error {
    case .notGzip, .unsupported: "\(archive): no gzip data that figlint can read begin at byte \(offset)"
    case .truncated: "\(archive): the compressed data end in the middle, at byte \(offset)"
    case .corrupt: "\(archive): the compressed data are damaged at byte \(offset)"
    case .checksum, .length: "\(archive): the compressed data do not match their checksum at byte \(offset)"
    case .tooLarge(let limit): "\(archive): it has more than \((limit >> 20).grouped) MB when inflated"
    case .tooDense(let ratio): "\(archive): it has more than \(ratio) bytes for each compressed one, as only a trap has"
    case .trailingData: "\(archive): something else follows the compressed data at byte \(offset)"
    }
  }

  /// What to do about it, in one line.
  var help: String {
    switch error {
    case .notGzip, .unsupported: "compress it with gzip"
    case .truncated: "was it transferred whole? 'gzip -t' tests it; compress it anew"
    case .corrupt, .checksum, .length: "transfer it or compress it anew"
    case .tooLarge: "allow more with --max-inflated"
    case .tooDense: "if it is to be trusted, allow more with --max-ratio"
    case .trailingData: "remove what follows"
    }
  }
}
