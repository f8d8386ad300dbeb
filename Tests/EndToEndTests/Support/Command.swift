import Foundation

/// One run of `peidan`, as a shell would start it.
struct Command {
  var arguments: [String]
  /// The current folder of the run.
  var folder: URL
  /// Of the environment nothing but `PATH` is taken over.
  var environment: [String: String]
  /// Bytes on standard input; nil is an empty one.
  var input: Data?
  /// What `ulimit` is called with: `-f 10` lets no file be written beyond ten blocks of 512 bytes.
  var limit: String?
  /// Runs as the user `nobody`; only the superuser can ask for it.
  var asNobody = false
  /// Standard error on a terminal instead of a file.
  var terminal: Terminal?
  /// Whether standard input and output are on that terminal as well.
  var isInteractive = false

  /// What a run wrote, and how it ended.
  struct Answer {
    /// The exit code; 128 and the signal's number where one ended the run.
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs to the end.
  func run() async throws -> Answer { try await start().answer() }

  /// Starts without waiting for the end.
  func start() throws -> Running {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("peidan-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let files = try ["input", "output", "errors"].map { name in
      let file = scratch.appendingPathComponent(name)
      try (name == "input" ? input ?? Data() : Data()).write(to: file)
      return file
    }
    let process = Process()
    let line = commandLine
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = environment.merging(
      ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"], uniquingKeysWith: { own, _ in own })
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    if let terminal {
      process.standardError = terminal.far
    } else {
      process.standardError = try FileHandle(forWritingTo: files[2])
    }
    if isInteractive, let terminal {
      process.standardInput = terminal.far
      process.standardOutput = terminal.far
    }
    try process.run()
    return Running(process: process, scratch: scratch)
  }

  private var commandLine: [String] {
    var line = [Product.binary.path] + arguments
    if let limit { line = ["/bin/sh", "-c", "ulimit \(limit); exec \"$0\" \"$@\""] + line }
    if asNobody { line = ["/usr/bin/env", "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] + line }
    return line
  }
}

/// A run that was started.
struct Running {
  let process: Process
  let scratch: URL

  func interrupt() { process.interrupt() }

  func answer() async throws -> Command.Answer {
    // The end is asked for, not waited for: a blocked thread would be one of the few that run tests.
    while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    defer { try? FileManager.default.removeItem(at: scratch) }
    let output = try Data(contentsOf: scratch.appendingPathComponent("output"))
    let errors = try Data(contentsOf: scratch.appendingPathComponent("errors"))
    let signalled = process.terminationReason == .uncaughtSignal
    return Command.Answer(
      status: process.terminationStatus + (signalled ? 128 : 0), output: output,
      errors: String(decoding: errors, as: UTF8.self))
  }
}
