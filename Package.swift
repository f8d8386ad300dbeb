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
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "Base", swiftSettings: settings),
    .target(
      name: "Platform", dependencies: ["Base", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(name: "Diagnostics", dependencies: ["Base"], swiftSettings: settings),
    .target(name: "Electronics", swiftSettings: settings),
    .target(name: "Selection", swiftSettings: settings),
    .target(
      name: "MarkedText", dependencies: ["Base", "Diagnostics", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "Market",
      dependencies: ["Base", "Electronics", .product(name: "HeapModule", package: "swift-collections")],
      swiftSettings: settings),
    .target(name: "MarketSample", dependencies: ["Base", "Electronics", "Market"], swiftSettings: settings),
    .target(
      name: "BoardSpec", dependencies: ["Base", "Diagnostics", "Electronics", "MarkedText", "Market", "Selection"],
      swiftSettings: settings),
    .target(
      name: "CatalogText",
      dependencies: ["Base", "Diagnostics", "Electronics", "MarkedText", "Market", "MarketSample", "Platform"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "PriceSheets", dependencies: ["Base", "CZlib", "Electronics", "Market", "Platform"], swiftSettings: settings
    ),
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .target(
      name: "PriceFetch",
      dependencies: [
        "Base", .target(name: "CCurl", condition: .when(traits: ["Fetch"])), "Diagnostics", "MarkedText", "Market",
        "Platform", "PriceSheets",
      ], swiftSettings: settings),
    .target(
      name: "CatalogStore",
      dependencies: [
        "Base", "CatalogText", "Diagnostics", "Electronics", "Market", "MarketSample", "Platform", "PriceSheets",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: settings),
    .systemLibrary(
      name: "CZip", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(
      name: "BOMImport",
      dependencies: ["Base", "CZip", "CatalogStore", "Diagnostics", "Electronics", "MarkedText", "Phrases"],
      swiftSettings: settings),
    .target(
      name: "Quotes", dependencies: ["Base", "CZip", "Diagnostics", "LinearProgramming", "MarkedText", "Market"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CClp", path: "Sources/CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"]), .brew(["clp"])]),
    .target(name: "LinearProgramming", dependencies: ["CClp"], swiftSettings: settings),
    .target(
      name: "Optimizer",
      dependencies: [
        "Base", "LinearProgramming", "Selection", .product(name: "HeapModule", package: "swift-collections"),
      ], swiftSettings: settings + [.define("CHECK_INVARIANTS", .when(configuration: .debug))]),
    .target(name: "TravellingPurchaser", dependencies: ["Optimizer"], swiftSettings: settings),
    .target(
      name: "SourcingPlan", dependencies: ["Base", "Electronics", "Market", "Platform"], swiftSettings: settings),
    .target(name: "Phrases", dependencies: ["Base", "Diagnostics", "MarkedText", "Market"], swiftSettings: settings),
    .target(
      name: "PlanVerifier",
      dependencies: ["Base", "BoardSpec", "CatalogStore", "Electronics", "Market", "SourcingPlan"],
      swiftSettings: settings),
    .target(
      name: "Planning",
      dependencies: [
        "Base", "BoardSpec", "CatalogStore", "CatalogText", "Electronics", "Market", "Optimizer", "Selection",
        "SourcingPlan",
      ], swiftSettings: settings),
    .target(
      name: "TerminalText", dependencies: ["Base", "Diagnostics", "Market", "Phrases", "SourcingPlan"],
      swiftSettings: settings),
    .target(
      name: "WalkSheet",
      dependencies: [
        "Base", "Market", "Phrases", "Platform", "SourcingPlan", .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "peidan",
      dependencies: [
        "BOMImport", "Base", "BoardSpec", "CatalogStore", "CatalogText", "Diagnostics",
        "Electronics", "MarkedText", "Market", "MarketSample", "Optimizer", "Phrases", "PlanVerifier", "Planning",
        "Platform", "PriceFetch", "PriceSheets", "Quotes", "SourcingPlan", "TerminalText", "TravellingPurchaser",
        "WalkSheet",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "peidan-bench",
      dependencies: [
        "BOMImport", "Base", "BoardSpec", "CatalogStore", "Diagnostics", "Electronics", "Market",
        "Optimizer", "Phrases", "Planning", "Selection", "SourcingPlan", "TravellingPurchaser", "WalkSheet",
      ], swiftSettings: settings),
    .target(name: "TestSupport", dependencies: ["Base"], path: "Tests/TestSupport", swiftSettings: settings),

    .testTarget(
      name: "BOMImportTests",
      dependencies: ["BOMImport", "Base", "Diagnostics", "Electronics", "Phrases", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "BaseTests", dependencies: ["Base"], swiftSettings: settings),
    .testTarget(
      name: "BoardSpecTests",
      dependencies: [
        "Base", "BoardSpec", "CatalogText", "Diagnostics", "Electronics", "MarkedText", "Market", "TestSupport",
      ], exclude: ["Fixture", "Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "CatalogStoreTests",
      dependencies: [
        "Base", "CatalogStore", "CatalogText", "Electronics", "Market", "PriceSheets", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: settings),
    .testTarget(
      name: "CatalogTextTests",
      dependencies: ["Base", "CatalogText", "Diagnostics", "Electronics", "Market", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Base", "Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ElectronicsTests", dependencies: ["Base", "Electronics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["peidan", "Base", "Market", "SourcingPlan", "TestSupport"],
      exclude: ["Boms", "Snapshots"], swiftSettings: settings),
    .testTarget(name: "PlatformTests", dependencies: ["Base", "Platform"], swiftSettings: settings),
    .testTarget(name: "LinearProgrammingTests", dependencies: ["LinearProgramming"], swiftSettings: settings),
    .testTarget(
      name: "MarkedTextTests", dependencies: ["Base", "Diagnostics", "MarkedText", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "MarketSampleTests", dependencies: ["Base", "Electronics", "Market", "MarketSample"],
      swiftSettings: settings),
    .testTarget(
      name: "MarketTests", dependencies: ["Base", "Electronics", "Market", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "OptimizerTests", dependencies: ["Base", "LinearProgramming", "Optimizer", "Selection"],
      swiftSettings: settings),
    .testTarget(name: "PhrasesTests", dependencies: ["Diagnostics", "Market", "Phrases"], swiftSettings: settings),
    .testTarget(
      name: "PlanVerifierTests",
      dependencies: ["Base", "Electronics", "Market", "PlanVerifier", "SourcingPlan", "TestSupport"],
      exclude: [
        "RightPlan.json", "RightPlan2.json", "RightPlanMixed.json", "WrongPlans", "WrongPlans2", "WrongPlansMixed",
      ], swiftSettings: settings),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Base", "BoardSpec", "CatalogStore", "CatalogText", "Diagnostics", "Electronics", "MarkedText", "Market",
        "Optimizer", "PlanVerifier", "Planning", "Selection", "SourcingPlan", "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "PriceFetchTests",
      dependencies: ["Base", "Diagnostics", "Market", "Platform", "PriceFetch", "PriceSheets", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PriceSheetsTests", dependencies: ["Base", "Electronics", "Market", "PriceSheets"], swiftSettings: settings),
    .testTarget(
      name: "QuotesTests", dependencies: ["BOMImport", "Base", "Diagnostics", "Market", "Quotes", "TestSupport"],
      exclude: ["Fixture"],
      swiftSettings: settings),
    .testTarget(name: "SelectionTests", dependencies: ["Base", "Selection", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "SourcingPlanTests", dependencies: ["Base", "Market", "SourcingPlan", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTextTests",
      dependencies: ["Base", "Market", "Phrases", "SourcingPlan", "TerminalText", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "TravellingPurchaserTests", dependencies: ["Base", "Optimizer", "TestSupport", "TravellingPurchaser"],
      swiftSettings: settings),
    .testTarget(
      name: "WalkSheetTests",
      dependencies: ["Base", "Diagnostics", "Market", "Phrases", "SourcingPlan", "TestSupport", "WalkSheet"],
      exclude: ["Plan.json", "Plans", "Snapshots"], swiftSettings: settings),
  ]
)
