#if Fetch
  internal import CCurl
  internal import Foundation

  /// Fetches sources at once, one request at a time to each host.
  package struct Fetcher {
    /// For records and unfinished bodies; see `FetchRecord.folder`.
    package var folder: String
    package var environment: FetchEnvironment
    package var hooks: FetchHooks
    /// Names of sheets that are in place: only these are asked for with a condition.
    package var present: Set<String> = []
    /// Asks even where a sheet is current, and without a condition.
    package var isForced = false
    /// Hosts that are asked at the same time.
    package static let hostLimit = 8

    package init(folder: String, environment: FetchEnvironment, hooks: FetchHooks) {
      self.folder = folder
      self.environment = environment
      self.hooks = hooks
    }

    /// The answer of each source, in their order. Ends within the largest time limit of the sources of each host, one after
    /// the other.
    package func fetch(_ sources: [FetchSource]) -> [FetchResult] {
      guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init() else {
        return sources.map { _ in .failed(.network("libcurl does not start", attempts: 1)) }
      }
      defer { curl_multi_cleanup(multi) }
      BodyFile.removeAbandoned(in: folder, now: hooks.wallClock())
      var transfers: [Transfer] = []
      var results = [FetchResult?](repeating: nil, count: sources.count)
      for (index, source) in sources.enumerated() {
        let record = isForced || !present.contains(source.name) ? nil : FetchRecord.read(source.name, in: folder)
        let own = record?.isOf(source.address) == true ? record : nil
        let age = own.map { hooks.wallClock() - $0.checked }
        if let own, let age, age >= 0, age < source.every {
          results[index] = .current(own, age: age)
        } else {
          transfers.append(
            Transfer(
              source, index: index, record: own, folder: folder, environment: environment, clock: hooks.now))
        }
      }
      run(transfers, multi, &results)
      return results.map { $0 ?? .failed(.interrupted) }
    }

    private func run(_ transfers: [Transfer], _ multi: UnsafeMutableRawPointer, _ results: inout [FetchResult?]) {
      var lastRequest: [String: Double] = [:]
      var open = transfers
      while !open.isEmpty {
        let now = hooks.now()
        if hooks.shouldStop() {
          for transfer in open {
            transfer.stop(multi)
            results[transfer.index] = .failed(.interrupted)
          }
          return
        }
        start(open, multi, &lastRequest, now)
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        var code = CURLE_OK
        while let handle = peidan_curl_ended(multi, &code) {
          guard let transfer = open.first(where: { $0.handle == handle }) else { continue }
          transfer.end(multi, code, now: hooks.now(), wallClock: hooks.wallClock())
        }
        for transfer in open {
          transfer.endIfWhole(multi, now: hooks.now(), wallClock: hooks.wallClock())
          transfer.giveUp(multi, now: hooks.now())
        }
        for transfer in open { if let result = transfer.result { results[transfer.index] = result } }
        open.removeAll { $0.result != nil }
        hooks.onProgress(transfers.map(\.progress))
        guard !open.isEmpty else { return }
        var ready: Int32 = 0
        curl_multi_poll(multi, nil, 0, 50, &ready)
      }
    }

    /// Starts what may start: its time has come, its host is idle and was not asked just before.
    private func start(
      _ transfers: [Transfer], _ multi: UnsafeMutableRawPointer, _ lastRequest: inout [String: Double], _ now: Double
    ) {
      var busy = Set(transfers.filter { $0.handle != nil }.map(\.host))
      for transfer in transfers where transfer.handle == nil && transfer.result == nil {
        guard transfer.notBefore <= now, busy.count < Self.hostLimit, !busy.contains(transfer.host) else { continue }
        if let last = lastRequest[transfer.host], now - last < transfer.source.limits.pause { continue }
        busy.insert(transfer.host)
        lastRequest[transfer.host] = now
        transfer.start(multi, now: now)
      }
    }
  }
#endif
