#if Fetch
  import Base
  import Dispatch
  import Foundation
  import Platform
  import TestSupport
  import Testing

  @testable import PriceFetch

  /// What a well-meaning server is asked, and what comes of its answers.
  @Suite struct FetcherTests {
    private static let sheet = "mpn,price\nTP4056,0.2\n"

    @Test func aBodyIsFetchedWholeWithWhatItIsAskedByNextTime() throws {
      let server = try LoopbackServer { _, peer in
        peer.answer("200 OK", ["ETag: \"a1\"", "Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT"], Array(Self.sheet.utf8))
      }
      defer { server.stop() }
      let bench = FetchBench()
      let result = bench.fetch(bench.source(server.address()))
      #expect(result.body == Self.sheet)
      #expect(result.record?.entityTag == "\"a1\"" && result.record?.lastModified?.contains("Nov 2026") == true)
      #expect(server.requests.first?.headers["if-none-match"] == nil)
    }

    @Test func asksOnConditionAndNotAtAllWhileItIsCurrent() throws {
      let server = try LoopbackServer { request, peer in
        if request.headers["if-none-match"] == "\"a1\"" {
          peer.answer("304 Not Modified", ["ETag: \"a1\""])
        } else {
          peer.answer("200 OK", ["ETag: \"a1\""], Array(Self.sheet.utf8))
        }
      }
      defer { server.stop() }
      let bench = FetchBench()
      var source = bench.source(server.address())
      try #require(bench.fetch(source).record).write("s", in: bench.folder)
      // Without the sheet itself there is nothing to be left unchanged.
      #expect(bench.fetch([source])[0].body == Self.sheet)
      guard case .unchanged = bench.fetch([source], present: ["s"])[0] else {
        Issue.record("asked without a condition")
        return
      }
      source.every = 3_600
      guard case .current(_, let age) = bench.fetch([source], present: ["s"])[0] else {
        Issue.record("asked again too early")
        return
      }
      #expect(age < 60 && server.requests.count == 3)
    }

    @Test(arguments: [true, false]) func aCutBodyIsResumedWhereTheServerStillHasIt(hasRanges: Bool) throws {
      let body = Array(String(repeating: "0123456789", count: 900).utf8)
      let server = try LoopbackServer { request, peer in
        let head = [
          "Content-Length: \(body.count)", "Accept-Ranges: bytes", "ETag: \"x\"", "Connection: close", "", "",
        ]
        guard let range = request.headers["range"] else {
          peer.write((["HTTP/1.1 200 OK"] + head).joined(separator: "\r\n"))
          peer.write(Array(body[..<4_000]))
          return
        }
        let from = Int(range.dropFirst(6).prefix { $0.isNumber }) ?? 0
        if hasRanges, request.headers["if-range"] == "\"x\"" {
          peer.answer(
            "206 Partial Content", ["Content-Range: bytes \(from)-\(body.count - 1)/\(body.count)", "ETag: \"x\""],
            Array(body[from...]))
        } else {
          peer.answer("200 OK", ["ETag: \"y\""], body)
        }
      }
      defer { server.stop() }
      let bench = FetchBench()
      let result = bench.fetch(bench.source(server.address()))
      #expect(result.body == String(decoding: body, as: UTF8.self))
      #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=4000-"])
    }

    @Test func whatAnEarlierRunBeganIsGoneOnWith() throws {
      let body = Array(String(repeating: "0123456789", count: 900).utf8)
      let server = try LoopbackServer { request, peer in
        if let range = request.headers["range"], let from = Int(range.dropFirst(6).prefix(while: \.isNumber)) {
          peer.answer(
            "206 Partial Content", ["Content-Range: bytes \(from)-\(body.count - 1)/\(body.count)", "ETag: \"x\""],
            Array(body[from...]))
        } else {
          peer.write("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\nAccept-Ranges: bytes\r\nETag: \"x\"\r\n\r\n")
          peer.write(Array(body[..<4_000]))
        }
      }
      defer { server.stop() }
      let bench = FetchBench()
      var source = bench.source(server.address())
      source.limits.attempts = 1
      #expect(bench.failure(source) == .incomplete(received: 4_000, attempts: 1))
      #expect(bench.fetch(source).body == String(decoding: body, as: UTF8.self))
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder) == ["s.part.whole"])
    }

    @Test func whatKilledRunsHaveLeftGoesInTime() throws {
      let server = try LoopbackServer { _, peer in peer.answer("404 Not Found") }
      defer { server.stop() }
      let bench = FetchBench()
      let ages: [String: Double] = [
        "a.part.whole": 700, "b.part.whole": 60, "c.part": 31 * 86_400, "d.part": 86_400, "e.json": 1e8,
      ]
      for (name, age) in ages {
        try FileManager.default.createDirectory(atPath: bench.folder, withIntermediateDirectories: true)
        try AtomicFile.write(Data("x".utf8), to: "\(bench.folder)/\(name)")
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: "\(bench.folder)/\(name)")
      }
      _ = bench.fetch(bench.source(server.address()))
      let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
      #expect(Set(left) == ["b.part.whole", "d.part", "e.json"])
    }

    @Test func twoRunsDoNotReceiveOneSourceAtOnce() throws {
      let server = try LoopbackServer { _, peer in peer.answer("200 OK", [], Array(Self.sheet.utf8)) }
      defer { server.stop() }
      let bench = FetchBench()
      try FileManager.default.createDirectory(atPath: bench.folder, withIntermediateDirectories: true)
      let other = try GrowingFile("\(bench.folder)/s.part", resumingAt: 0)
      try other.write(Data("half".utf8))
      let failure = bench.failure(bench.source(server.address()))
      #expect(failure == .storage("another process fetches `\(bench.folder)/s.part`"))
      #expect(FileManager.default.contents(atPath: other.path) == Data("half".utf8))
      other.close()
      #expect(bench.fetch(bench.source(server.address())).body == Self.sheet)
    }

    @Test func comesBackWhenTheServerSays() throws {
      let asked = Guarded(0)
      let server = try LoopbackServer { _, peer in
        let isFirst = asked.withLock { count in
          count += 1
          return count == 1
        }
        if isFirst {
          peer.answer("429 Too Many Requests", ["Retry-After: 1"])
        } else {
          peer.answer("200 OK", [], Array(Self.sheet.utf8))
        }
      }
      defer { server.stop() }
      let bench = FetchBench()
      #expect(bench.fetch(bench.source(server.address("/busy"))).body == Self.sheet)
      let times = server.requests.map(\.time)
      #expect(times.count == 2 && times[1] - times[0] >= 0.95)
    }

    /// `/a` is answered only once `/c`, at another host, was asked as well; `/b` waits for the end of `/a` and the pause.
    @Test func hostsAreAskedAtOnceAndEachOneAtATime() throws {
      let other = DispatchSemaphore(value: 0)
      let running = Crowd()
      let server = try LoopbackServer { request, peer in
        if request.target == "/c" {
          other.signal()
        } else {
          running.enter()
          if request.target == "/a" { _ = other.wait(timeout: .now() + 300) }
          running.leave()
        }
        peer.answer("200 OK", [], Array(Self.sheet.utf8))
      }
      defer { server.stop() }
      let bench = FetchBench()
      var sources = ["a", "b"].map { bench.source(server.address("/\($0)"), name: $0) }
      sources.append(bench.source(server.address("/c", host: "localhost"), name: "c"))
      for index in sources.indices { sources[index].limits.pause = 0.3 }
      let start = Date()
      let results = bench.fetch(sources)
      #expect(results.map(\.body) == [Self.sheet, Self.sheet, Self.sheet])
      #expect(running.most == 1)
      // No later than this began, `/a` was asked; `/b` was the last.
      #expect(Date().timeIntervalSince(start) >= 0.3 && server.requests.last?.target == "/b")
    }

    @Test func aPackedBodyIsKeptPackedAndItsChecksumHoldsEitherWay() throws {
      let packed = try gzip(Data(Self.sheet.utf8))
      let server = try LoopbackServer { request, peer in
        #expect(request.headers["accept-encoding"] == "gzip")
        peer.answer("200 OK", ["Content-Encoding: gzip"], packed)
      }
      defer { server.stop() }
      let bench = FetchBench()
      var source = bench.source(server.address())
      for bytes in [packed, Array(Self.sheet.utf8)] {
        source.checksum = ContentHash.hexadecimal(of: bytes)
        guard case .fetched(let file, _) = bench.fetch(source) else {
          Issue.record("not fetched")
          return
        }
        #expect(FileManager.default.contents(atPath: file).map(Array.init) == packed)
      }
      source.checksum = String(repeating: "0", count: 64)
      guard case .checksum(let expected, let found)? = bench.failure(source) else {
        Issue.record("a wrong checksum was taken")
        return
      }
      #expect(expected == source.checksum && found.count == 64)
    }

    @Test func goesThroughAProxyUnlessTheHostIsExempt() throws {
      let server = try LoopbackServer { _, peer in peer.answer("200 OK", [], Array(Self.sheet.utf8)) }
      defer { server.stop() }
      let bench = FetchBench()
      bench.environment = FetchEnvironment(["http_proxy": server.address(""), "no_proxy": "127.0.0.1"])
      #expect(bench.fetch(bench.source("http://shop.invalid/p.csv")).body == Self.sheet)
      #expect(bench.fetch(bench.source(server.address("/direct"))).body == Self.sheet)
      #expect(server.requests.map(\.target) == ["http://shop.invalid/p.csv", "/direct"])
    }

    @Test func headersOfASourceStayWithItsOwnHost() throws {
      let other = try LoopbackServer { _, peer in peer.answer("200 OK", [], Array(Self.sheet.utf8)) }
      let server = try LoopbackServer { request, peer in
        let target = request.target == "/" ? "/own" : other.address("/")
        peer.answer("302 Found", ["Location: \(target)"])
      }
      defer { for server in [server, other] { server.stop() } }
      let bench = FetchBench()
      var source = bench.source(server.address("/"))
      source.headers = ["Authorization: Bearer secret"]
      source.allowsPrivateRedirects = true
      #expect(bench.fetch(source).body == Self.sheet)
      #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer secret", "Bearer secret"])
      #expect(other.requests.map { $0.headers["authorization"] } == [nil])
    }

    @Test func stopsWhenAsked() throws {
      let isAsked = Guarded(false)
      let server = try LoopbackServer { _, peer in
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
        isAsked.withLock { $0 = true }
        while peer.write("x") { Thread.sleep(forTimeInterval: 0.02) }
      }
      defer { server.stop() }
      let bench = FetchBench()
      let result = bench.fetch([bench.source(server.address())]) { isAsked.withLock { $0 } }
      #expect(result == [.failed(.interrupted)])
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder).isEmpty)
    }
  }

  /// How many are within at once.
  private final class Crowd: Sendable {
    private let counts = Guarded((now: 0, most: 0))

    func enter() {
      counts.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
    }

    func leave() { counts.withLock { $0.now -= 1 } }

    var most: Int { counts.withLock { $0.most } }
  }

  /// Bytes packed by the system's gzip.
  func gzip(_ data: Data) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("pack-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try data.write(to: file)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-c", file.path]
    process.standardOutput = output
    try process.run()
    let packed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(packed)
  }
#endif
