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
  products: [
    .executable(name: "peidan", targets: ["peidan"])
  ],
  traits: [
    .trait(name: "Fetch", description: "`peidan prices fetch`, over libcurl."),
    .default(enabledTraits: ["Fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(
      name: "MarkedText", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Electronics", swiftSettings: settings),
    .target(name: "Selection", swiftSettings: settings),
    .testTarget(name: "SelectionTests", dependencies: ["Selection", "TestSupport"], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MarkedTextTests", dependencies: ["Diagnostics", "MarkedText", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "ElectronicsTests", dependencies: ["Electronics", "TestSupport"], swiftSettings: settings),
    .target(name: "Market", dependencies: ["Electronics"], swiftSettings: settings),
    .target(name: "MarketSample", dependencies: ["Electronics", "Market"], swiftSettings: settings),
    .testTarget(name: "MarketTests", dependencies: ["Electronics", "Market"], swiftSettings: settings),
    .testTarget(
      name: "MarketSampleTests", dependencies: ["Electronics", "Market", "MarketSample"], swiftSettings: settings),
    .target(
      name: "BoardSpec", dependencies: ["Diagnostics", "Electronics", "Market", "MarkedText", "Selection"],
      swiftSettings: settings),
    .testTarget(
      name: "BoardSpecTests",
      dependencies: [
        "BoardSpec", "CatalogText", "Diagnostics", "Electronics", "MarkedText", "Market", "Selection", "TestSupport",
      ],
      exclude: ["Fixture", "Snapshots"], swiftSettings: settings),
    .target(
      name: "TerminalText", dependencies: ["Diagnostics", "Market", "Phrases", "SourcingPlan"], swiftSettings: settings),
    .target(
      name: "CatalogText", dependencies: ["Diagnostics", "Electronics", "MarkedText", "Market", "MarketSample"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "PriceSheets", dependencies: ["CZlib", "Electronics", "Market"], swiftSettings: settings),
    .testTarget(
      name: "PriceSheetsTests", dependencies: ["Electronics", "Market", "PriceSheets"], swiftSettings: settings),
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .target(
      name: "PriceFetch",
      dependencies: [
        .target(name: "CCurl", condition: .when(traits: ["Fetch"])), "Diagnostics", "MarkedText", "Market",
        "PriceSheets",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PriceFetchTests", dependencies: ["Diagnostics", "Market", "PriceFetch", "PriceSheets", "TestSupport"],
      swiftSettings: settings),
    .target(
      name: "CatalogStore",
      dependencies: [
        "CatalogText", "Diagnostics", "Electronics", "Market", "MarketSample", "PriceSheets",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CatalogTextTests",
      dependencies: ["CatalogText", "Diagnostics", "Electronics", "Market", "MarketSample", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CatalogStoreTests",
      dependencies: [
        "CatalogStore", "CatalogText", "Electronics", "Market", "MarketSample", "PriceSheets",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "SourcingPlan", dependencies: ["Electronics", "Market"], swiftSettings: settings),
    .target(name: "Phrases", dependencies: ["Market"], swiftSettings: settings),
    .target(
      name: "PhraseText", dependencies: ["Diagnostics", "MarkedText", "Market", "Phrases"], swiftSettings: settings),
    .testTarget(
      name: "PhraseTextTests", dependencies: ["Diagnostics", "Market", "MarkedText", "PhraseText", "Phrases"],
      swiftSettings: settings),
    .target(
      name: "WalkSheet",
      dependencies: [
        "Electronics", "Market", "Phrases", "SourcingPlan", .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "PlanVerifier", dependencies: ["BoardSpec", "CatalogStore", "Electronics", "Market", "SourcingPlan"],
      swiftSettings: settings),
    .testTarget(
      name: "WalkSheetTests",
      dependencies: ["Diagnostics", "Market", "PhraseText", "Phrases", "SourcingPlan", "WalkSheet"],
      exclude: ["Plan.json", "Plans", "Snapshots"], swiftSettings: settings),
    .testTarget(name: "SourcingPlanTests", dependencies: ["Market", "SourcingPlan"], swiftSettings: settings),
    .testTarget(
      name: "PlanVerifierTests", dependencies: ["Electronics", "Market", "PlanVerifier", "SourcingPlan"],
      exclude: ["RightPlan.json", "WrongPlans"], swiftSettings: settings),
    .target(
      name: "Planning",
      dependencies: [
        "BoardSpec", "CatalogStore", "CatalogText", "Diagnostics", "Electronics", "Market", "Optimizer", "Selection",
        "SourcingPlan",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "BoardSpec", "Diagnostics", "Electronics", "Market", "Optimizer", "Planning", "Selection", "SourcingPlan",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTextTests", dependencies: ["Market", "Phrases", "SourcingPlan", "TerminalText", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .executableTarget(
      name: "peidan",
      dependencies: [
        "BOMImport", "BoardSpec", "CatalogMatching", "CatalogStore", "CatalogText", "Diagnostics", "Electronics",
        "MarkedText", "Market",
        "MarketSample",
        "Optimizer", "PhraseText", "Phrases", "PlanVerifier", "Planning", "PriceFetch", "PriceSheets", "SourcingPlan",
        "TerminalText", "TravellingPurchaser", "WalkSheet",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .systemLibrary(
      name: "CClp", path: "Sources/CClp", pkgConfig: "clp",
      providers: [.apt(["coinor-libclp-dev"]), .brew(["clp"])]),
    .systemLibrary(
      name: "CZip", path: "Sources/CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(
      name: "BOMImport", dependencies: ["CZip", "Diagnostics", "Electronics", "MarkedText"], swiftSettings: settings),
    .target(
      name: "CatalogMatching", dependencies: ["BOMImport", "CatalogStore", "Electronics"], swiftSettings: settings),
    .testTarget(
      name: "BOMImportTests", dependencies: ["BOMImport", "Diagnostics", "Electronics", "TestSupport"],
      swiftSettings: settings),
    .target(name: "LinearProgramming", dependencies: ["CClp"], swiftSettings: settings),
    .target(
      name: "Optimizer", dependencies: ["LinearProgramming", "Selection"],
      swiftSettings: settings + [.define("CHECK_INVARIANTS", .when(configuration: .debug))]),
    .target(name: "TravellingPurchaser", dependencies: ["Optimizer"], swiftSettings: settings),
    .executableTarget(
      name: "peidan-bench",
      dependencies: [
        "BOMImport", "BoardSpec", "CatalogMatching", "CatalogStore", "Diagnostics", "Electronics", "Market",
        "Optimizer",
        "PhraseText", "Phrases", "Planning", "Selection", "SourcingPlan", "TravellingPurchaser",
        "WalkSheet",
      ],
      swiftSettings: settings),
    .testTarget(name: "LinearProgrammingTests", dependencies: ["LinearProgramming"], swiftSettings: settings),
    .testTarget(
      name: "TravellingPurchaserTests", dependencies: ["Optimizer", "TestSupport", "TravellingPurchaser"],
      swiftSettings: settings),
    .testTarget(name: "OptimizerTests", dependencies: ["Optimizer", "Selection"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Market", "peidan", "SourcingPlan", "TestSupport"],
      exclude: ["Boms", "Snapshots"],
      swiftSettings: settings),
  ]
)
