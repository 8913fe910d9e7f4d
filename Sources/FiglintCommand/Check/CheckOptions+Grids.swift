import Arguments
import Configuration
import Figlint
import FigureValidator
import JSONCore
import LintRules

/// What options and configuration say of grids and their metadata.
extension CheckOptions {
  static func applyGrids(
    _ parsed: ParsedArguments, _ configuration: ConfigurationFile?, to settings: inout CheckSettings
  ) throws(Failure) {
    settings.grids = try GridFiles.read(parsed[grid], maximumDepth: settings.maximumDepth)
    guard let configuration else { return }
    settings.gridLimits.bytes = configuration.gridBytes
    settings.gridLimits.metadataValueBytes = configuration.metadataValueBytes
    if let cells = configuration.drawnCells { settings.gridLimits.drawnCells = cells }
    guard let text = configuration.metadata else { return }
    do throws(MetadataShapeError) {
      settings.metadataShape = try text.withInputBytes { bytes throws(MetadataShapeError) -> MetadataShape? in
        // The text was read as a part of the configuration.
        guard let tape = try? JSONTape(bytes, maximumDepth: JSONScanner.defaultMaximumDepth) else { return nil }
        return try MetadataShape(tape, 0)
      }
    } catch {
      throw Failure(message: "\(configuration.path): metadata: \(error.message)", help: error.help)
    }
  }
}
