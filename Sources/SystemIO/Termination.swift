/// What is put in order when a signal ends the process: temporary files, and a line on the terminal.
///
/// The process then ends by the signal, as if nothing had been done before, so that a shell sees it.
enum Termination {
  /// Set up when it is first read: by whoever leaves something that has to be put in order.
  static let isHandled: Void = {
    TemporaryFiles.prepare()
    StatusLine.prepare()
    Platform.onTermination { number in
      TemporaryFiles.removeAll()
      StatusLine.erase()
      Platform.endBySignal(number)
    }
  }()
}
