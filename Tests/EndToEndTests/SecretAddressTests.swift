#if Fetch
  import Foundation
  import TestSupport
  import Testing

  /// Users, passwords and tokens of sources stand in the file of sources and nowhere else: not in files, not on the terminal.
  @Suite struct SecretAddressTests {
    private static let good = """
      stall,mpn,condition,price,stock,seen,tax
      SEG-2F-B015,DW01-A/J,original,0.10,1000,2026-11-20,included

      """

    private func workspace(_ sources: String) async throws -> Workspace {
      let workspace = try await SharedCatalog.workspace()
      try workspace.write(sources, to: "data/price-sources.yaml")
      try workspace.allow(0o644, at: "data/price-sources.yaml")
      return workspace
    }

    private func mode(_ workspace: Workspace, _ name: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path(name))
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    /// Runs a command, and holds what it says and every file but that of the sources against the secret.
    private func run(_ workspace: Workspace, _ arguments: [String]) async throws -> Command.Answer {
      let answer = try await workspace.peidan(arguments).run()
      #expect(!answer.text.contains("SECRET") && !answer.errors.contains("SECRET"), "\(answer.text)\(answer.errors)")
      let names = try #require(FileManager.default.enumerator(atPath: workspace.path("data")))
      for case let name as String in names where name != "price-sources.yaml" {
        guard let data = FileManager.default.contents(atPath: workspace.path("data/\(name)")) else { continue }
        #expect(data.range(of: Data("SECRET".utf8)) == nil, "\(name)")
      }
      return answer
    }

    @Test func nothingButTheFileOfSourcesHoldsThem() async throws {
      let server = try LoopbackServer { request, peer in
        switch request.target.prefix(while: { $0 != "?" }) {
        case "/good": peer.answer("200 OK", ["ETag: \"1\""], Array(Self.good.utf8))
        case "/bad": peer.answer("200 OK", [], Array((Self.good + "x,y\n").utf8))
        case "/away": peer.answer("302 Found", ["Location: ftp://u:SECRET@example.com/x?SECRET"])
        case "/cut":
          peer.write(
            "HTTP/1.1 200 OK\r\nContent-Length: 500\r\nAccept-Ranges: bytes\r\nETag: \"1\"\r\n\r\n\(Self.good)")
        default: peer.answer("404 Not Found")
        }
      }
      defer { server.stop() }
      var sources = """
        schema: peidan.price-sources/1
        limits: {time: 60 s, quiet: 5 s, attempts: 1, pause: 0 s}
        sources:

        """
      for name in ["good", "bad", "away", "cut", "gone"] {
        let address = "http://user:SECRET@127.0.0.1:\(server.port)/\(name)?token=SECRET"
        sources += "  \(name): {url: \"\(address)\", allow: [http]}\n"
      }
      let workspace = try await workspace(sources)
      let first = try await run(workspace, ["prices", "fetch"])
      #expect(first.status == 2 && first.errors.contains("price-sources.yaml` holds passwords"), "\(first.errors)")
      #expect(first.errors.contains("`ftp://example.com/x` is not fetched"), "\(first.errors)")
      // The server was asked with all of it.
      let asked = try #require(server.requests.first(where: { $0.target.hasPrefix("/good") }))
      let user = Data("user:SECRET".utf8).base64EncodedString()
      #expect(asked.target == "/good?token=SECRET" && asked.headers["authorization"] == "Basic \(user)")
      #expect(try mode(workspace, "data/price-sources.yaml") == 0o600)
      #expect(try mode(workspace, "data/catalog.prices/.fetch/good.json") == 0o600)
      let again = try await run(workspace, ["prices", "fetch", "good", "--format", "json"])
      #expect(again.status == 0 && again.errors.isEmpty && again.text.contains("/good\""), "\(again.errors)")
      for arguments in [
        ["prices", "status"], ["prices", "status", "--format", "json"], ["catalog", "show", "DW01-A/J"],
      ] {
        #expect(try await run(workspace, arguments).status == 0)
      }
    }

    @Test(arguments: [
      "good: {url: \"ftp://u:SECRET@h/x?SECRET\"}", "good: {url: \"http://u:SECRET@h/x?SECRET\"}",
      "good: {url: \"https://u:SECRET@h/x\", every: soon}", "good: {url: \"https://u:SECRET@h/x\", \"a b\": 1}",
      "good: {url: \"https://h/x\", headers: {Authorization: \"Bearer SECRET\"}, every: soon}",
      "good: {url: \"https://u:SECRET@h/x",
    ]) func aRefusedFileOfSourcesIsQuotedWithoutThem(entry: String) async throws {
      let workspace = try await workspace("schema: peidan.price-sources/1\nsources:\n  \(entry)\n")
      let answer = try await run(workspace, ["prices", "fetch"])
      #expect(answer.status == 1 && answer.errors.contains("price-sources.yaml:"), "\(answer.errors)")
    }

    /// Without secrets a file of sources keeps its permissions.
    @Test func aFileWithoutSecretsIsLeftAsItIs() async throws {
      let workspace = try await workspace(
        "schema: peidan.price-sources/1\nsources:\n  good: {url: \"https://127.0.0.1:1/x\"}\n")
      let answer = try await run(workspace, ["prices", "fetch", "--offline"])
      #expect(answer.status == 2 && answer.errors.isEmpty, "\(answer.errors)")
      #expect(try mode(workspace, "data/price-sources.yaml") == 0o644)
    }
  }
#endif
