// swift-tools-version: 6.2

import PackageDescription

/// Every target of ours is built with the same strict settings; a warning is an error.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "peidan",
  platforms: [.macOS(.v15)],
  dependencies: [],
  targets: [
    .systemLibrary(
      name: "CClp", path: "Sources/CClp", pkgConfig: "clp",
      providers: [.apt(["coinor-libclp-dev"]), .brew(["clp"])]),
    .target(name: "LinearProgramming", dependencies: ["CClp"], swiftSettings: settings),
    .target(name: "Optimizer", dependencies: ["LinearProgramming"], swiftSettings: settings),
  ]
)
