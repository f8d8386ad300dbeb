#if Fetch
  import Base
  import Foundation
  import Platform
  import PriceSheets
  import TestSupport
  import Testing

  @testable import PriceFetch

  /// Servers that mean harm or are broken: bounded in time and size, with a clear reason, and nothing left behind.
  @Suite struct HostileServerTests {
    private func failure(
      _ answer: @escaping LoopbackServer.Answer, path: String = "/prices.csv", readsRequests: Bool = true,
      _ change: (inout FetchSource) -> Void = { _ in }
    ) throws -> (FetchFailure?, requests: Int) {
      let server = try LoopbackServer(readsRequests: readsRequests, answer: answer)
      defer { server.stop() }
      let bench = FetchBench()
      var source = bench.source(server.address(path))
      change(&source)
      let failure = bench.failure(source)
      let left = (try? FileManager.default.contentsOfDirectory(atPath: bench.folder)) ?? []
      #expect(left.isEmpty, "\(left)")
      return (failure, server.requests.count)
    }

    @Test func aSlowDripEndsWhenNextToNothingArrives() throws {
      let (failure, _) = try failure({ _, peer in
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n")
        while peer.write("x") { Thread.sleep(forTimeInterval: 0.1) }
      }) { $0.limits.quiet = 1 }
      #expect(failure == .quiet(seconds: 1))
    }

    @Test func aDripAboveThatEndsWithTheTimeLimit() throws {
      let (failure, _) = try failure({ _, peer in
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n")
        while peer.write(String(repeating: "x", count: 60)) { Thread.sleep(forTimeInterval: 0.1) }
      }) { $0.limits.time = 2 }
      #expect(failure == .time(seconds: 2))
    }

    @Test func anEndlessBodyEndsAtTheSizeLimit() throws {
      let (failure, _) = try failure { _, peer in
        peer.write("HTTP/1.1 200 OK\r\n\r\n")
        while peer.write([UInt8](repeating: 65, count: 50_000)) {}
      }
      #expect(failure == .size(limit: 100_000))
    }

    @Test func endlessHeadersAndEndlessErrorsEndToo() throws {
      let (first, _) = try failure { _, peer in
        peer.write("HTTP/1.1 200 OK\r\n")
        while peer.write("X-Filler: \(String(repeating: "y", count: 5_000))\r\n") {}
      }
      #expect(first != nil)
      let (second, _) = try failure { _, peer in
        peer.write("HTTP/1.1 404 Not Found\r\n\r\n")
        while peer.write([UInt8](repeating: 65, count: 50_000)) {}
      }
      #expect(second == .status(404, attempts: 1))
    }

    @Test func aGzipBombUnpacksNoFurtherThanTheLimit() throws {
      let bomb = try gzip(Data(count: 60_000_000))
      #expect(bomb.count < 100_000)
      let server = try LoopbackServer { _, peer in peer.answer("200 OK", ["Content-Encoding: gzip"], bomb) }
      defer { server.stop() }
      let bench = FetchBench()
      guard case .fetched(let file, _) = bench.fetch(bench.source(server.address())) else {
        Issue.record("not fetched")
        return
      }
      let feed = try FileFeed(path: file, limit: 100_000)
      #expect(throws: SheetError.tooLarge(limit: 100_000)) { while try feed.next() != nil {} }
    }

    @Test func redirectsThatNeverEndDo() throws {
      let (failure, requests) = try failure { request, peer in
        peer.answer("302 Found", ["Location: /\(request.target.count)"])
      }
      #expect(failure == .redirects(limit: 5) && requests == 6)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:25/x", "FILE:///etc/passwd"])
    func noOtherSchemeIsFollowed(target: String) throws {
      let (failure, requests) = try failure { _, peer in peer.answer("302 Found", ["Location: \(target)"]) }
      guard case .scheme? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(requests == 1)
    }

    @Test func plainRedirectsNeedThePermissionOfTheSource() throws {
      let transfer = FetchSource(name: "s", address: "http://127.0.0.1:9/", limits: FetchBench.limits)
      let bench = FetchBench()
      #expect(bench.failure(transfer) == .scheme("http://127.0.0.1:9/"))
    }

    @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
    func noRedirectLeadsToAPrivateAddress(host: String) throws {
      let inner = try LoopbackServer { _, peer in peer.answer("200 OK", [], Array("secret".utf8)) }
      defer { inner.stop() }
      let target = inner.address("/", host: host)
      let (failure, _) = try failure { _, peer in peer.answer("302 Found", ["Location: \(target)"]) }
      guard case .privateAddress? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(inner.requests.isEmpty)
    }

    @Test func aBodyShorterThanStatedIsNoBody() throws {
      let (failure, requests) = try failure { _, peer in
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nmpn,price\nA,1\n")
      }
      #expect(failure == .incomplete(received: 14, attempts: 3) && requests == 3)
    }

    @Test func aBodyLongerThanStatedIsNoBody() throws {
      let (failure, _) = try failure { _, peer in
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nmpn,price\nA,155\nB,2\n")
      }
      #expect(failure == .tooLong)
    }

    /// Without a length the end of the connection is the end of the body, wherever it was cut.
    @Test(arguments: ["mpn,price\nA,1:12", "mpn,price\nA,1", "mpn,price"])
    func aBodyOfNoLengthThatStopsWithinALineIsNoBody(body: String) throws {
      let (failure, _) = try failure { _, peer in peer.write("HTTP/1.1 200 OK\r\n\r\n\(body)") }
      #expect(failure == .endless)
    }

    @Test func aBodyOfNoLengthIsTakenWhereItsEndIsKnown() throws {
      let sheet = Array("mpn,price\nA,1".utf8)
      let gzipped = try gzip(Data(sheet))
      for (body, digest) in [
        (sheet + [10], nil), (gzipped, nil), (sheet, ContentHash.hexadecimal(of: sheet)),
      ] {
        let server = try LoopbackServer { _, peer in
          peer.write("HTTP/1.1 200 OK\r\n\r\n")
          peer.write(body)
        }
        defer { server.stop() }
        let bench = FetchBench()
        var source = bench.source(server.address())
        source.checksum = digest
        guard case .fetched(let file, _) = bench.fetch(source) else {
          Issue.record("\(body.count) bytes were not taken")
          continue
        }
        #expect(FileManager.default.contents(atPath: file).map { Array($0) } == body)
      }
    }

    @Test func errorsOfTheServerAreTriedAgainAndThenTold() throws {
      let (failure, requests) = try failure { _, peer in peer.answer("500 Internal Server Error") }
      #expect(failure == .status(500, attempts: 3) && requests == 3)
      let (gone, once) = try self.failure { _, peer in peer.answer("404 Not Found") }
      #expect(gone == .status(404, attempts: 1) && once == 1)
    }

    @Test func aWaitBeyondTheTimeLimitIsNotWaited() throws {
      let (failure, requests) = try failure { _, peer in
        peer.answer("429 Too Many Requests", ["Retry-After: 3600"])
      }
      #expect(failure == .later(seconds: 3600) && requests == 1)
    }

    @Test func aConnectionThatIsNotSecureIsNone() throws {
      // A server hello that breaks off, and a server that speaks plain HTTP.
      for bytes in [[0x16, 0x03, 0x03, 0x00, 0x7A, 0x02, 0x00] as [UInt8], Array("HTTP/1.1 200 OK\r\n\r\n".utf8)] {
        let server = try LoopbackServer(readsRequests: false) { _, peer in peer.write(bytes) }
        defer { server.stop() }
        let bench = FetchBench()
        let address = server.address().replacingOccurrences(of: "http:", with: "https:")
        let source = bench.source(address)
        let failure = bench.failure(source)
        guard case .secure? = failure else {
          Issue.record("\(String(describing: failure))")
          return
        }
      }
    }

    @Test func anEncodingThatWasNotAskedForIsRefused() throws {
      let (failure, _) = try failure { _, peer in
        peer.answer("200 OK", ["Content-Encoding: br"], [1, 2, 3])
      }
      #expect(failure == .encoding("br"))
    }

    @Test func aServerThatIsNotThereIsTold() throws {
      let server = try LoopbackServer { _, _ in }
      server.stop()
      let bench = FetchBench()
      guard case .network(_, let attempts)? = bench.failure(bench.source(server.address())) else {
        Issue.record("fetched from nobody")
        return
      }
      #expect(attempts == 3)
    }
  }

  @Suite struct PrivateAddressTests {
    @Test(arguments: [
      "10.1.2.3", "127.0.0.1", "0.0.0.0", "100.64.0.1", "169.254.169.254", "172.31.255.255", "192.168.1.1",
      "198.19.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "fd00::1", "fe80::1", "fec0::1",
      "ff02::1", "64:ff9b::a00:1", "2002:7f00:1::",
    ])
    func addressesOfNearNetsArePrivate(text: String) throws {
      #expect(PrivateAddress.contains(try #require(PrivateAddress.bytes(of: text))))
    }

    @Test(arguments: ["1.1.1.1", "172.32.0.1", "192.0.66.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::101:101"])
    func addressesOfTheOpenNetAreNot(text: String) throws {
      #expect(!PrivateAddress.contains(try #require(PrivateAddress.bytes(of: text))))
    }
  }
#endif
