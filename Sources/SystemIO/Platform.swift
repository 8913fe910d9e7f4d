#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  #error("port this file: it holds all that figlint asks of a system")
#endif

/// The system's functions in Swift's types. A port to another system touches only this file and its neighbour for threads.
///
/// Nothing here decides anything. Functions that take memory use it only during the call. Calls that a signal interrupts
/// are repeated, and descriptors that do not block are waited for, so neither shows outside.
enum Platform {
  /// A number that the system gave as the reason of a failure.
  struct Failure: Error, Equatable {
    let code: Int32

    static var last: Failure { Failure(code: errno) }
    var alreadyExists: Bool { code == EEXIST }
    var isMissing: Bool { code == ENOENT }
  }

  /// What a name in a directory stands for.
  enum FileKind: Equatable {
    case regular
    case directory
    case symbolicLink
    /// A pipe, a device, a socket.
    case other
  }

  struct FileStatus {
    let kind: FileKind
    /// In bytes; 0 for many files that are none, and for some that the kernel makes up when they are read.
    let size: Int
    /// The nine bits of permission.
    let permissions: UInt32
    /// When the content was last changed, in seconds since 1970 (UTC).
    let modified: Int
  }

  // MARK: Descriptors

  /// Opens a file for reading.
  static func open(_ path: String) throws(Failure) -> Int32 {
    try open(path, O_RDONLY, 0)
  }

  /// Makes a file that did not exist, for writing.
  static func create(_ path: String, permissions: UInt32) throws(Failure) -> Int32 {
    try open(path, O_WRONLY | O_CREAT | O_EXCL, permissions)
  }

  /// Opens what is there for writing, and leaves in it what it holds.
  static func openExisting(_ path: String) throws(Failure) -> Int32 {
    try open(path, O_WRONLY, 0)
  }

  /// Opens a file so that all that is written goes behind what it holds, and makes it where there is none.
  static func openToAppend(_ path: String) throws(Failure) -> Int32 {
    try open(path, O_WRONLY | O_CREAT | O_APPEND, 0o666)
  }

  private static func open(_ path: String, _ flags: Int32, _ permissions: UInt32) throws(Failure) -> Int32 {
    #if canImport(Darwin)
      try repeated { unsafe Darwin.open(path, flags | O_CLOEXEC, mode_t(permissions)) }
    #elseif canImport(Glibc)
      try repeated { unsafe Glibc.open(path, flags | O_CLOEXEC, mode_t(permissions)) }
    #else
      try repeated { unsafe Musl.open(path, flags | O_CLOEXEC, mode_t(permissions)) }
    #endif
  }

  /// Closes a descriptor; what it held is gone, whatever the system answers.
  static func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

  /// Reads what is there, at least one byte; 0 at the end.
  static func read(_ descriptor: Int32, into memory: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      #if canImport(Darwin)
        let count = unsafe Darwin.read(descriptor, memory.baseAddress, memory.count)
      #elseif canImport(Glibc)
        let count = unsafe Glibc.read(descriptor, memory.baseAddress, memory.count)
      #else
        let count = unsafe Musl.read(descriptor, memory.baseAddress, memory.count)
      #endif
      if count >= 0 { return count }
      try awaitAfterFailure(descriptor, Int16(POLLIN))
    }
  }

  /// How far a file has been read; nil for what has no such place, as a pipe.
  static func position(ofDescriptor descriptor: Int32) -> Int? {
    let position = lseek(descriptor, 0, SEEK_CUR)
    return position < 0 ? nil : Int(position)
  }

  /// Writes some of the bytes, at least one, and says how many.
  static func write(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(Failure) -> Int {
    while true {
      let count = unsafe bytes.withUnsafeBytes { memory in
        #if canImport(Darwin)
          unsafe Darwin.write(descriptor, memory.baseAddress, memory.count)
        #elseif canImport(Glibc)
          unsafe Glibc.write(descriptor, memory.baseAddress, memory.count)
        #else
          unsafe Musl.write(descriptor, memory.baseAddress, memory.count)
        #endif
      }
      if count >= 0 { return count }
      try awaitAfterFailure(descriptor, Int16(POLLOUT))
    }
  }

  /// Returns when a call that was interrupted, or would have blocked, may be tried again.
  private static func awaitAfterFailure(_ descriptor: Int32, _ events: Int16) throws(Failure) {
    let failure = Failure.last
    if failure.code == EINTR { return }
    guard failure.code == EAGAIN || failure.code == EWOULDBLOCK else { throw failure }
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  /// Gives those of the standard streams that are closed to a device on which reading, or writing, fails as it does on a closed
  /// descriptor. A file that is opened later would otherwise take their place.
  static func occupyStandardStreams() {
    for (number, flags) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one. Without the device, nothing can be done.
      _ = try? open("/dev/null", flags, 0)
    }
  }

  // MARK: Memory

  /// Maps the first `count` bytes of a file, for reading once from front to back.
  static func map(_ descriptor: Int32, count: Int) throws(Failure) -> UnsafeRawBufferPointer {
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { throw Failure.last }
    _ = unsafe madvise(address, count, MADV_SEQUENTIAL)
    return unsafe UnsafeRawBufferPointer(start: address, count: count)
  }

  /// Drops pages of a mapped file from memory, all of those that the bytes touch; they are read from the file again when they
  /// are needed.
  static func drop(_ memory: UnsafeRawBufferPointer) {
    // A failure costs memory and nothing else.
    _ = unsafe madvise(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count, MADV_DONTNEED)
  }

  static func unmap(_ memory: UnsafeRawBufferPointer) {
    _ = unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
  }

  /// Gives memory of ``resize(_:to:)``, or none, another size, at least one byte; what it holds stays.
  static func resize(
    _ memory: UnsafeMutableRawBufferPointer, to count: Int
  ) throws(Failure) -> UnsafeMutableRawBufferPointer {
    guard let address = unsafe realloc(memory.baseAddress, max(count, 1)) else { throw Failure(code: ENOMEM) }
    return unsafe UnsafeMutableRawBufferPointer(start: address, count: count)
  }

  /// Gives back memory of ``resize(_:to:)``, if there is any.
  static func discard(_ memory: UnsafeMutableRawBufferPointer) { unsafe free(memory.baseAddress) }

  /// The offset of the first `byte`, if there is one.
  static func firstOffset(of byte: UInt8, in memory: UnsafeRawBufferPointer) -> Int? {
    guard let base = memory.baseAddress, let found = unsafe memchr(base, Int32(byte), memory.count) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }

  // MARK: Names

  static func status(ofDescriptor descriptor: Int32) throws(Failure) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Failure.last }
    return FileStatus(status)
  }

  /// The status of what a name stands for, or of the symbolic link itself.
  static func status(of path: String, followsLinks: Bool = true) throws(Failure) -> FileStatus {
    var status = stat()
    let answer = followsLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    guard answer == 0 else { throw Failure.last }
    return FileStatus(status)
  }

  static func setPermissions(_ descriptor: Int32, to permissions: UInt32) throws(Failure) {
    guard fchmod(descriptor, mode_t(permissions)) == 0 else { throw Failure.last }
  }

  /// Gives a file another name, in place of the file that has it.
  static func move(_ path: String, to newPath: String) throws(Failure) {
    guard unsafe rename(path, newPath) == 0 else { throw Failure.last }
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Makes a directory in one that exists.
  static func makeDirectory(_ path: String, permissions: UInt32) throws(Failure) {
    guard unsafe mkdir(path, mode_t(permissions)) == 0 else { throw Failure.last }
  }

  /// Removes a directory if it is empty.
  static func removeDirectory(_ path: String) { _ = unsafe rmdir(path) }

  /// The absolute path without symbolic links, `.` and `..`; nil where there is no such file.
  static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// One name in a directory.
  struct DirectoryItem {
    /// With replacement characters where it is no UTF-8.
    let name: String
    let isUTF8: Bool
    /// Nil where the file system does not say.
    let kind: FileKind?
  }

  /// What a directory holds besides `.` and `..`, in no order.
  static func items(ofDirectory path: String) throws(Failure) -> [DirectoryItem] {
    guard let directory = unsafe opendir(path) else { throw Failure.last }
    defer { unsafe closedir(directory) }
    var items: [DirectoryItem] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        if errno != 0 { throw Failure.last }
        return items
      }
      let kind = unsafe FileKind(directoryType: entry.pointee.d_type)
      // The name ends with a NUL and may be longer than its declared array, so it is read where it lies.
      let item: DirectoryItem? = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        let name = unsafe UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self)
        let valid = unsafe String(validatingCString: name)
        if valid == "." || valid == ".." { return nil }
        return unsafe DirectoryItem(name: valid ?? String(cString: name), isUTF8: valid != nil, kind: kind)
      }
      if let item { items.append(item) }
    }
  }

  static var currentDirectory: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  // MARK: Terminal

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal behind a descriptor.
  static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Empties the line of the terminal that the cursor is on. Safe in a signal handler.
  static func eraseLine(_ descriptor: Int32) {
    let sequence: StaticString = "\r\u{1b}[K"
    // Nobody can be told when it fails.
    #if canImport(Darwin)
      _ = unsafe Darwin.write(descriptor, sequence.utf8Start, sequence.utf8CodeUnitCount)
    #elseif canImport(Glibc)
      _ = unsafe Glibc.write(descriptor, sequence.utf8Start, sequence.utf8CodeUnitCount)
    #else
      _ = unsafe Musl.write(descriptor, sequence.utf8Start, sequence.utf8CodeUnitCount)
    #endif
  }

  // MARK: Process

  static func environmentValue(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Nanoseconds of a clock that never goes back.
  static var monotonicNanoseconds: UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Seconds since 1970 (UTC) on the clock that people set.
  static var wallClockSeconds: Int { time(nil) }

  /// Nanoseconds that processors have spent on this process so far, in all of its threads.
  static var processorNanoseconds: UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static var processID: Int32 { getpid() }

  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The file of the running program.
  static var executablePath: String? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _ = unsafe _NSGetExecutablePath(nil, &size)
      var path = [CChar](repeating: 0, count: Int(size) + 1)
      guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return nil }
      return resolve(unsafe String(cString: path))
    #else
      return resolve("/proc/self/exe")
    #endif
  }

  /// Turns the process into another program, looked for in PATH where `file` has no slash. Returns only if that fails.
  static func execute(_ file: String, _ arguments: [String]) -> Failure {
    var vector = unsafe arguments.map { unsafe strdup($0) } + [nil]
    _ = unsafe execvp(file, &vector)
    let failure = Failure.last
    unsafe vector.forEach { unsafe free($0) }
    return failure
  }

  /// What the shell's standard output is for a line, and the status it ends with.
  static func output(ofShellLine line: String) -> (text: [UInt8], status: Int32)? {
    guard let pipe = unsafe popen(line, "r") else { return nil }
    var text: [UInt8] = []
    var byte = unsafe fgetc(pipe)
    while byte != EOF {
      text.append(UInt8(truncatingIfNeeded: byte))
      byte = unsafe fgetc(pipe)
    }
    return (text, unsafe pclose(pipe))
  }

  /// Ends the process at once.
  static func exitProcess(_ status: Int32) -> Never { exit(status) }

  /// Has `handler` called when the process is told to end (interrupt, hang-up, termination, a reader that went away), unless
  /// it was started so as to ignore that signal. The handler may call only what is safe in a signal handler.
  static func onTermination(_ handler: @convention(c) @escaping (Int32) -> Void) {
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      let previous = signal(number, handler)
      let isIgnored = unsafe unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored { _ = signal(number, SIG_IGN) }
    }
  }

  /// Lets signals that end the process through to it, also where it was started by a thread that kept them off for itself.
  static func allowTermination() {
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { _ = unsafe sigaddset(&signals, number) }
    _ = unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Ignores the signal that a write to a closed pipe or connection sends.
  static func ignoreClosedReaders() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Ends the process with the signal, as if there had been no handler. Safe in a signal handler.
  static func endBySignal(_ number: Int32) {
    _ = signal(number, SIG_DFL)
    _ = raise(number)
  }

  /// The address of a copy of the text that ends with a NUL, until ``release(_:)``.
  static func copy(_ text: String) -> UInt { unsafe UInt(bitPattern: strdup(text)) }

  /// Removes the file whose path is at an address from ``copy(_:)``. Safe in a signal handler.
  static func removeFile(pathAt address: UInt) {
    guard let path = unsafe UnsafePointer<CChar>(bitPattern: address) else { return }
    _ = unsafe unlink(path)
  }

  static func release(_ address: UInt) { unsafe free(UnsafeMutableRawPointer(bitPattern: address)) }

  /// Calls until the call is not interrupted.
  private static func repeated(_ call: () -> Int32) throws(Failure) -> Int32 {
    while true {
      let answer = call()
      if answer >= 0 { return answer }
      let failure = Failure.last
      if failure.code != EINTR { throw failure }
    }
  }
}

extension Platform.FileKind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }

  fileprivate init?(directoryType: UInt8) {
    switch Int(directoryType) {
    case Int(DT_REG): self = .regular
    case Int(DT_DIR): self = .directory
    case Int(DT_LNK): self = .symbolicLink
    case Int(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}

extension Platform.FileStatus {
  fileprivate init(_ status: stat) {
    kind = Platform.FileKind(mode: status.st_mode)
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode & 0o777)
    #if canImport(Darwin)
      modified = status.st_mtimespec.tv_sec
    #else
      modified = status.st_mtim.tv_sec
    #endif
  }
}

extension FileError.Reason {
  /// The reason behind a number of the system.
  init(_ failure: Platform.Failure) {
    switch failure.code {
    case ENOENT: self = .notFound
    case ENOTDIR: self = .notDirectory
    case EISDIR: self = .isDirectory
    case EACCES, EPERM: self = .permissionDenied
    case EMFILE, ENFILE: self = .tooManyOpenFiles
    case ENOSPC, EDQUOT: self = .noSpace
    case EFBIG: self = .tooLarge
    case EROFS: self = .readOnlyFileSystem
    case ENAMETOOLONG: self = .nameTooLong
    case ELOOP: self = .linkLoop
    case EBADF: self = .closed
    case EPIPE: self = .readerWentAway
    default: self = .other(code: failure.code, text: unsafe String(cString: strerror(failure.code)))
    }
  }
}
