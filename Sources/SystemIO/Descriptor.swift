/// An open file, closed when its owner goes.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Opens a file for reading.
  init(reading path: String) throws(FileError) {
    do throws(Platform.Failure) {
      number = try Platform.open(path)
    } catch {
      throw FileError(.read, path, error)
    }
  }

  /// Takes over an open descriptor.
  init(owning number: Int32) { self.number = number }

  deinit { Platform.closeDescriptor(number) }
}
