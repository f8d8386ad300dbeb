import Foundation

// peidan-bench tpp FOLDER PREFIX SECONDS [THREADS]   gap to best-known.csv over the folder's instances
// peidan-bench day LINES MARKETS SECONDS [THREADS]   a generated market day
// peidan-bench sheet PLAN PHRASES LINES              a walk sheet of so many lines
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "tpp" where arguments.count >= 4:
  try GapTable(folder: arguments[1], prefix: arguments[2], threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1)
    .run(seconds: Double(arguments[3]) ?? 1)
case "day" where arguments.count >= 4:
  MarketDay(lines: Int(arguments[1]) ?? 20, markets: Int(arguments[2]) ?? 200)
    .run(seconds: Double(arguments[3]) ?? 10, threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1)
case "sheet" where arguments.count == 4:
  try SheetTime(planPath: arguments[1], phrasesPath: arguments[2], lines: Int(arguments[3]) ?? 300).run()
default:
  print(
    "usage: peidan-bench tpp FOLDER PREFIX SECONDS [THREADS] | day LINES MARKETS SECONDS [THREADS] | sheet PLAN PHRASES LINES"
  )
}
