#if Fetch
  import Base
  import Foundation
  import PriceFetch
  import TestSupport

  /// A fetcher over a folder of its own. Its time limits are far beyond what a busy machine takes; a test of one sets its own.
  final class FetchBench {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fetch-\(UUID().uuidString)").path
    var environment = FetchEnvironment()

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static var limits: FetchLimits {
      var limits = FetchLimits()
      limits.size = 100_000
      limits.time = 600
      limits.quiet = 300
      limits.attempts = 3
      limits.pause = 0
      limits.backOff = 0.05
      return limits
    }

    func source(_ address: String, name: String = "s") -> FetchSource {
      var source = FetchSource(name: name, address: WebAddress(address), limits: Self.limits)
      source.allowsHTTP = true
      return source
    }

    func fetch(
      _ sources: [FetchSource], present: Set<String> = [], shouldStop: @escaping @Sendable () -> Bool = { false }
    ) -> [FetchResult] {
      var fetcher = Fetcher(
        folder: folder, environment: environment,
        hooks: FetchHooks(
          now: { ProcessInfo.processInfo.systemUptime }, wallClock: { Date().timeIntervalSince1970 },
          shouldStop: shouldStop))
      fetcher.present = present
      return fetcher.fetch(sources)
    }

    func fetch(_ source: FetchSource) -> FetchResult { fetch([source])[0] }

    /// The failure of a fetch.
    func failure(_ source: FetchSource) -> FetchFailure? {
      if case .failed(let failure) = fetch(source) { failure } else { nil }
    }
  }

  extension FetchResult {
    /// The body of a fetched file.
    var body: String? {
      guard case .fetched(let file, _) = self else { return nil }
      return FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
    }

    var record: FetchRecord? {
      switch self {
      case .fetched(_, let record), .unchanged(let record), .current(let record, _): record
      case .failed: nil
      }
    }
  }
#endif
