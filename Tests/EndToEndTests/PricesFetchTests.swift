#if Fetch
  import Base
  import Foundation
  import TestSupport
  import Testing

  /// `peidan prices fetch` against a server on loopback: what is good takes its place, what is not changes nothing.
  @Suite struct PricesFetchTests {
    private static let head = "stall,mpn,condition,price,stock,seen,tax\n"
    private static let good = head + "SEG-2F-B015,DW01-A/J,original,0.10,1000,2026-11-20,included\n"
    private func sources(_ server: LoopbackServer, megabytes: Int = 60) -> String {
      """
      schema: peidan.price-sources/1
      limits: {size: \(megabytes) MB, time: 60 s, quiet: 5 s, attempts: 2, pause: 0 s, back-off: 50 ms}
      sources:
        quotes: {url: "\(server.address())", allow: [http]}

      """
    }

    /// Fetches a good sheet, then what `answer` says, which must leave the good one as it was.
    private func refused(
      megabytes: Int = 60, _ answer: @escaping LoopbackServer.Answer
    ) async throws -> String {
      let isHostile = Guarded(false)
      let server = try LoopbackServer { request, peer in
        if isHostile.withLock(\.self) {
          answer(request, peer)
        } else {
          peer.answer("200 OK", [], Array(Self.good.utf8))
        }
      }
      defer { server.stop() }
      let workspace = try await SharedCatalog.workspace()
      try workspace.write(sources(server, megabytes: megabytes), to: "data/price-sources.yaml")
      let first = try await workspace.peidan(["prices", "fetch"]).run()
      #expect(first.status == 0, "\(first.errors)")
      let before = try workspace.contents("data/catalog.prices/quotes.sqlite")
      isHostile.withLock { $0 = true }
      let second = try await workspace.peidan(["prices", "fetch"]).run()
      // Without the limits some of these answers never end.
      #expect(second.status == 2)
      #expect(try workspace.contents("data/catalog.prices/quotes.sqlite") == before)
      #expect(try workspace.names(in: "data/catalog.prices") == [".fetch", "quotes.sqlite"])
      #expect(try workspace.names(in: "data/catalog.prices/.fetch") == ["quotes.json"])
      #expect(second.text.contains("quotes  failed       1  2026-11-20") && second.errors.contains("2026-11-20 stay"))
      return second.errors.replacingOccurrences(of: server.address(), with: "ADDRESS")
    }

    @Test func aSheetIsFetchedAskedForOnConditionAndKeptOffline() async throws {
      let server = try LoopbackServer { request, peer in
        if request.headers["if-none-match"] != nil {
          peer.answer("304 Not Modified", ["ETag: \"1\""])
        } else {
          peer.answer("200 OK", ["ETag: \"1\""], Array(Self.good.utf8))
        }
      }
      let workspace = try await SharedCatalog.workspace()
      try workspace.write(sources(server), to: "data/price-sources.yaml")
      for (arguments, word) in [([], "fetched"), ([], "unchanged"), (["--offline"], "kept"), (["--force"], "fetched")] {
        let answer = try await workspace.peidan(["prices", "fetch"] + arguments).run()
        #expect(answer.status == 0 && answer.text.contains("quotes  \(word)"), "\(answer.text)\(answer.errors)")
        #expect(answer.errors.isEmpty)
      }
      #expect(server.requests.count == 3)
      server.stop()
      let lost = try await workspace.peidan(["prices", "fetch", "--format", "json"]).run()
      #expect(lost.status == 2 && lost.text.contains("\"result\" : \"failed\"") && lost.text.contains("2026-11-20"))
      let status = try await workspace.peidan(["prices", "status", "--format", "json"]).run()
      #expect(status.text.contains("\"checked\" : \"20"))
    }

    @Test func aWebPageInPlaceOfASheetIsRefused() async throws {
      let errors = try await refused { _, peer in
        peer.answer("200 OK", ["Content-Type: text/html"], Array("<!DOCTYPE html><html><body>Log in".utf8))
      }
      #expect(errors.contains("`quotes`: the file is a web page, not a table of prices"), "\(errors)")
    }

    @Test func oneBadRowAmongAMillionIsRefused() async throws {
      let rows = BuildMode.isRelease ? 1_000_000 : 20_000
      let errors = try await refused { _, peer in
        peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\(Self.head)")
        let piece = String(repeating: "SEG-2F-B015,X,original,0.1,1,2026-11-20,\n", count: 1_000)
        for number in 0..<rows / 1_000 {
          peer.write(piece)
          if number == rows / 2_000 { peer.write("SEG-2F-B015,Y,original,cheap,1,2026-11-20,\n") }
        }
      }
      let line = rows / 2_000 * 1_000 + 1_000 + 2
      #expect(errors.contains("quotes: line \(line): `price` is `cheap`; expected a positive price"), "\(errors)")
    }

    @Test func aCutArchiveAndABombAreRefused() async throws {
      let workspace = try Workspace()
      try workspace.write(
        Self.head + String(repeating: "SEG-2F-B015,X,original,0.1,1,2026-11-20,\n", count: 100_000), to: "rows")
      let rows = try self.packed(workspace.path("rows"))
      let short = try await refused { _, peer in peer.answer("200 OK", [], Array(rows.dropLast(rows.count / 2))) }
      #expect(short.contains("is not a whole gzip file: it ends too early"), "\(short)")
      let bomb = try await refused(megabytes: 1) { _, peer in
        peer.answer("200 OK", ["Content-Encoding: gzip"], rows)
      }
      #expect(rows.count < 100_000 && bomb.contains("has more than 1000000 bytes after unpacking"), "\(bomb)")
    }

    @Test func aFileOfSourcesWithMistakesIsTold() async throws {
      let workspace = try await SharedCatalog.workspace()
      var text = ""
      let missing = workspace.peidan(["prices", "fetch"])
      text += workspace.transcript(missing, try await missing.run())
      try workspace.write(
        """
        schema: peidan.price-sources/1
        sources:
          one: {url: http://example.com/p.csv, evry: 1 d}
          two: {url: https://example.com/p.csv, time: soon}

        """, to: "s.yaml")
      let wrong = workspace.peidan(["prices", "fetch", "--sources", "s.yaml"])
      text += workspace.transcript(wrong, try await wrong.run())
      try workspace.write("schema: peidan.price-sources/1\nsources: {one: {url: https://e.invalid/p}}\n", to: "s.yaml")
      let unknown = workspace.peidan(["prices", "fetch", "oen", "--sources", "s.yaml"])
      text += workspace.transcript(unknown, try await unknown.run())
      try expectSnapshot(text, named: "prices-sources.txt")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "needs openssl"))
    func authoritiesComeFromTheUsualEnvironment() async throws {
      let workspace = try await SharedCatalog.workspace()
      try workspace.write(Self.good, to: "p.csv")
      let make = try openssl(
        "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost",
        in: workspace)
      make.waitUntilExit()
      let port = try LoopbackServer { _, _ in }
      port.stop()
      let server = try openssl("s_server -accept \(port.port) -key key.pem -cert cert.pem -WWW -quiet", in: workspace)
      defer { server.terminate() }
      while !LoopbackServer.isListening(on: port.port) { try await Task.sleep(for: .milliseconds(20)) }
      try workspace.write(
        """
        schema: peidan.price-sources/1
        limits: {time: 600 s, attempts: 1}
        sources: {quotes: {url: "https://localhost:\(port.port)/p.csv"}}

        """, to: "data/price-sources.yaml")
      let unknown = try await workspace.peidan(["prices", "fetch"]).run()
      #expect(unknown.status == 2 && unknown.errors.contains("no secure connection"), "\(unknown.errors)")
      var trusting = workspace.peidan(["prices", "fetch"])
      trusting.environment["SSL_CERT_FILE"] = workspace.path("cert.pem")
      let known = try await trusting.run()
      #expect(known.status == 0, "\(known.errors)")
    }

    private func openssl(_ arguments: String, in workspace: Workspace) throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
      process.arguments = arguments.split(separator: " ").map(String.init)
      process.currentDirectoryURL = workspace.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    private func packed(_ file: String) throws -> [UInt8] {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["gzip", "-c", file]
      process.standardOutput = output
      try process.run()
      return Array(output.fileHandleForReading.readDataToEndOfFile())
    }
  }
#endif
