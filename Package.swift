// swift-tools-version: 6.2
import PackageDescription

/// The settings every target of the house builds with.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "chancery",
    products: [
        .executable(name: "chancery", targets: ["chancery"]),
        .library(name: "SpacyPipeline", targets: ["SpacyPipeline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CMatrix"),
        .target(name: "CMarkup", dependencies: ["CLibXML"], linkerSettings: [.linkedLibrary("xml2")]),

        .target(
            name: "ChanceryCore", dependencies: ["CCrypto"],
            resources: [
                .embedInCode("Resources/words.txt"), .embedInCode("Resources/numerals.txt"),
                .embedInCode("Resources/concept-roles.txt"), .embedInCode("Resources/wording.txt"),
            ],
            swiftSettings: settings),
        .target(
            name: "Intake", dependencies: ["ChanceryCore", "CMarkup"], resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "SpacyPipeline", dependencies: ["CMatrix"], resources: [.copy("Resources")], swiftSettings: settings),
        .target(
            name: "Grammar", dependencies: ["ChanceryCore", "SpacyPipeline"], resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "Chronology", dependencies: ["ChanceryCore", "SpacyPipeline", "Grammar"],
            resources: [.copy("Resources")], swiftSettings: settings),
        .target(
            name: "Coding",
            dependencies: [
                "ChanceryCore", "Intake", "SpacyPipeline", "Grammar", "Chronology",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        .target(
            name: "Reconciling", dependencies: ["ChanceryCore"], resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "DossierStore",
            dependencies: ["ChanceryCore", "Reconciling", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .target(
            name: "Record", dependencies: ["ChanceryCore", "Coding", "Reconciling", "DossierStore"],
            resources: [.embedInCode("Resources/words.txt")], swiftSettings: settings),
        .target(
            name: "ReadingRoom",
            dependencies: [
                "ChanceryCore", "Reconciling", "DossierStore", "Record",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        .executableTarget(
            name: "chancery",
            dependencies: [
                "ChanceryCore", "Intake", "SpacyPipeline", "Chronology", "Coding", "Reconciling", "DossierStore",
                "Record", "ReadingRoom", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "chancery-evaluate",
            dependencies: [
                "ChanceryCore", "Intake", "SpacyPipeline", "Grammar", "Chronology", "Coding", "Reconciling",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        .executableTarget(
            name: "chancery-bench", dependencies: ["SpacyPipeline", "Chronology", "Coding"], swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["SpacyPipeline"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ChanceryCoreTests", dependencies: ["ChanceryCore"], swiftSettings: settings),
        .testTarget(
            name: "IntakeTests", dependencies: ["ChanceryCore", "Intake", "CMarkup"], swiftSettings: settings),
        .testTarget(
            name: "SpacyPipelineTests", dependencies: ["TestSupport", "SpacyPipeline"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "GrammarTests", dependencies: ["TestSupport", "ChanceryCore", "SpacyPipeline", "Grammar"],
            resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(
            name: "ChronologyTests", dependencies: ["ChanceryCore", "SpacyPipeline", "Chronology"],
            swiftSettings: settings),
        .testTarget(
            name: "CodingTests",
            dependencies: ["TestSupport", "ChanceryCore", "Intake", "SpacyPipeline", "Grammar", "Coding"],
            exclude: ["Support/parse_fixtures.py"], resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(
            name: "chancery-evaluateTests",
            dependencies: [
                "TestSupport",
                "chancery-evaluate", "ChanceryCore", "Intake", "SpacyPipeline", "Chronology", "Grammar", "Coding",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "DossierStoreTests",
            dependencies: [
                "ChanceryCore", "Reconciling", "DossierStore", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ReconcilingTests", dependencies: ["ChanceryCore", "Intake", "Reconciling"], swiftSettings: settings),
        .testTarget(
            name: "RecordTests", dependencies: ["ChanceryCore", "Coding", "DossierStore", "Record"],
            swiftSettings: settings),
        .testTarget(
            name: "ReadingRoomTests", dependencies: ["ChanceryCore", "DossierStore", "Record", "ReadingRoom"],
            swiftSettings: settings),
        .testTarget(
            name: "chanceryTests",
            dependencies: [
                "chancery", "ChanceryCore", "DossierStore", "Record", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
