import Foundation
import TestSupport
import Testing

/// `peidan solve` on small instances of our own.
@Suite struct SolveTests {
  /// Three markets round a depot; product 2 is worth the way to market 4 only together with product 1.
  private static let text = """
    NAME : three-stalls
    TYPE : TPP
    DIMENSION : 4
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION :
    1 0 0
    2 0 30
    3 40 0
    4 40 30
    DEMAND_SECTION :
    2
    1 3
    2 2
    OFFER_SECTION :
    1 0
    2 1 1 20 3
    3 2 1 10 1 2 40 2
    4 2 1 5 3 2 25 2
    EOF

    """

  private struct Answer: Decodable {
    var schema: String
    var instance: String
    var status: String
    var objective: Int?
    var bound: Int
    var tour: [Int]
    var purchases: [[Int]]
    var uncovered: [Int]
    var seconds: Double?
  }

  private static func decoded(_ answer: Command.Answer) throws -> Answer {
    try JSONDecoder().decode(Answer.self, from: answer.output)
  }

  @Test func theBestTourIsProven() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.text, to: "three.tpp")
    let run = workspace.peidan(["solve", "three.tpp", "--work-limit", "20", "--lang", "en"])
    let answer = try await run.run()
    #expect(answer.status == 0, "\(answer.errors)")
    let solved = try await Self.decoded(
      workspace.peidan(["solve", "three.tpp", "--work-limit", "20", "--format", "json"]).run())
    #expect(solved.schema == "peidan.solve/1" && solved.instance == "three-stalls" && solved.status == "optimal")
    // To market 4 and back by hand: 2 × 50 + 3 × 5 + 2 × 25.
    #expect(solved.objective == 165 && solved.bound == 165 && solved.seconds == nil)
    #expect(solved.tour == [1, 4] && solved.purchases == [[1, 4, 3], [2, 4, 2]])
    try expectSnapshot(workspace.transcript(run, answer), named: "solve.txt")
  }

  @Test func standardInputIsReadAndThreadsDoNotMatter() async throws {
    let workspace = try Workspace()
    var outputs: Set<String> = []
    for threads in ["1", "2", "3"] {
      var run = workspace.peidan(
        ["solve", "-", "--work-limit", "3", "--threads", threads, "--log", "log-\(threads)", "--format", "json"])
      run.input = Data(Self.text.utf8)
      let answer = try await run.run()
      #expect(answer.status == 0, "\(answer.errors)")
      outputs.insert(answer.text.replacing("\"threads\":\(threads)", with: ""))
      outputs.insert(String(decoding: try workspace.contents("log-\(threads)"), as: UTF8.self))
    }
    #expect(outputs.count == 2, "\(outputs)")
  }

  @Test func theLogHoldsEveryBestAndBound() async throws {
    struct Line: Decodable {
      var event: String
      var seconds: Double
      var best: Int?
      var bound: Int
    }
    let workspace = try Workspace()
    try workspace.write(Self.text, to: "three.tpp")
    let answer = try await workspace.peidan(["solve", "three.tpp", "--progress", "--log", "log"]).run()
    #expect(answer.status == 0)
    #expect(answer.errors.contains("best 165"), "\(answer.errors)")
    let lines = try String(decoding: workspace.contents("log"), as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.contains { $0.event == "best" && $0.best == 165 })
    #expect(lines.map(\.bound).max() == 165)
    let bounds = lines.filter { $0.event == "bound" }.map(\.bound)
    #expect(bounds == bounds.sorted())
  }

  @Test func whatNobodySellsIsNamed() async throws {
    let workspace = try Workspace()
    try workspace.write(
      Self.text.replacing("2 40 2\n", with: "2 40 1\n").replacing("2 25 2", with: "2 25 0"), to: "short.tpp")
    let answer = try await workspace.peidan(["solve", "short.tpp", "--lang", "en"]).run()
    #expect(answer.status == 1)
    #expect(answer.text == "three-stalls: infeasible: all markets together have too little of product 2\n")
  }

  @Test func filesThatAreNoInstanceAreToldWithTheirLine() async throws {
    let workspace = try Workspace()
    let files =
      BadFile.unusable("tpp") + [
        BadFile(name: "metric.tpp", content: .text(Self.text.replacing("EUC_2D", with: "GEO")), status: 2),
        BadFile(name: "letter.tpp", content: .text(Self.text.replacing("3 40 0", with: "3 40 o")), status: 2),
        BadFile(name: "far.tpp", content: .text(Self.text.replacing("4 2 1 5 3", with: "9 2 1 5 3")), status: 2),
        BadFile(name: "short.tpp", content: .text(Self.text.replacing("2 1 1 20 3", with: "2 2 1 20 3")), status: 2),
        BadFile(name: "twice.tpp", content: .text(Self.text.replacing("3 40 0", with: "2 40 0")), status: 2),
      ]
    var page = ""
    for file in files {
      try file.make(in: workspace)
      let run = workspace.peidan(["solve", file.name])
      let answer = try await run.run()
      #expect(answer.status == file.status, "\(file.name): \(answer.errors)")
      page += workspace.transcript(run, answer) + "\n"
    }
    try expectSnapshot(page, named: "bad-tpp.txt")
  }
}
