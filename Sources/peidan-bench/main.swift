import Foundation
import Optimizer

// peidan-bench tpp FOLDER PREFIX SECONDS [THREADS]   gap to best-known.csv over the folder's instances
// peidan-bench day LINES MARKETS SECONDS [THREADS] [STALLS]   a generated market day; a large one by an excerpt of so many stalls
//                                                    (SECONDS as 3r: three rounds of fixed work)
// peidan-bench kernel NAME ROUNDS                    a hot loop under fixed work, for counting its instructions
// peidan-bench sheet PLAN PHRASES LINES              a walk sheet of so many lines
// peidan-bench bom FOLDER CATALOG HEADERS             a table of what import makes of a folder's BOM files
// peidan-bench search CATALOG COUNT                   time to search the lists beside the catalog, so many queries of each form
// peidan-bench rules CATALOG FOLDER [SLOTS…]          time to check the folder's specs, and generated ones of so many slots
// peidan-bench select SLOTS CANDIDATES MARKETS SEED SECONDS [THREADS]   a generated board under rules of every family
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "tpp" where arguments.count >= 4:
  try GapTable(folder: arguments[1], prefix: arguments[2], threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1)
    .run(seconds: Double(arguments[3]) ?? 1)
case "day" where arguments.count >= 4:
  var day = MarketDay(lines: Int(arguments[1]) ?? 20, markets: Int(arguments[2]) ?? 200)
  if arguments.count > 5, let stalls = Int(arguments[5]) { day.excerptStalls = stalls }
  let rounds = arguments[3].hasSuffix("r") ? Int(arguments[3].dropLast()) : nil
  day.run(
    seconds: Double(arguments[3]) ?? 10, rounds: rounds, threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1)
case "kernel" where arguments.count == 3:
  guard let kernel = FixedWork(rawValue: arguments[1]), let rounds = Int(arguments[2]) else {
    print(
      "peidan-bench kernel: \(arguments[1]) \(arguments[2]): one of \(FixedWork.allCases.map(\.rawValue)) and a number")
    exit(2)
  }
  print(kernel.rawValue, kernel.run(rounds: rounds))
case "sheet" where arguments.count == 4:
  try SheetTime(planPath: arguments[1], phrasesPath: arguments[2], lines: Int(arguments[3]) ?? 300).run()
case "bom" where arguments.count >= 4:
  try ImportTable(folder: arguments[1], catalog: arguments[2], headers: arguments[3]).run()
case "search" where arguments.count >= 3:
  try SearchTime(catalog: arguments[1], count: Int(arguments[2]) ?? 100).run()
case "rules" where arguments.count >= 3:
  try RuleTime(catalog: arguments[1], folder: arguments[2], sizes: arguments.dropFirst(3).compactMap { Int($0) }).run()
case "select" where arguments.count >= 6:
  try SelectionDay(
    slots: Int(arguments[1]) ?? 40, candidates: Int(arguments[2]) ?? 30, seed: UInt64(arguments[4]) ?? 1,
    markets: max(1, Int(arguments[3]) ?? 1)
  ).run(seconds: Double(arguments[5]) ?? 10, threads: arguments.count > 6 ? Int(arguments[6]) ?? 2 : 2)
default:
  print(
    "usage: peidan-bench tpp FOLDER PREFIX SECONDS [THREADS] | day LINES MARKETS SECONDS [THREADS] [STALLS] | kernel NAME ROUNDS"
      + " | sheet PLAN PHRASES LINES"
      + " | bom FOLDER CATALOG HEADERS | search CATALOG COUNT | rules CATALOG FOLDER [SLOTS…]"
      + " | select SLOTS CANDIDATES MARKETS SEED SECONDS [THREADS]"
  )
}
