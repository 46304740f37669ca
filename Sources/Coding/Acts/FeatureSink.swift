/// Takes the features of something, one by one: to sum their weights, or to write their names.
///
/// A feature is a template with the values of its parts: `rel+form` with "agent" and "active". Both sinks take the same calls,
/// so that what is trained on is what is asked.
protocol FeatureSink {
    mutating func add(_ template: FeatureTemplate, _ parts: [Symbol])
    mutating func add(_ template: FeatureTemplate, _ first: Symbol)
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol)
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol, _ third: Symbol)
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol, _ third: Symbol, _ fourth: Symbol)
    /// Whether names are wanted, and not only hashes.
    var wantsNames: Bool { get }
}

/// What a feature is made of, as its name says: `rel+form`.
struct FeatureTemplate: Sendable {
    let name: StaticString
    let hash: UInt64

    init(_ name: StaticString) {
        self.name = name
        hash = Symbol(name.description).hash
    }
}

/// The features' names, as the files of weights have them.
struct FeatureNames: FeatureSink {
    private(set) var names: [String] = []
    var wantsNames: Bool { true }

    mutating func add(_ template: FeatureTemplate, _ parts: [Symbol]) {
        names.append(template.name.description + "=" + parts.map(\.text).joined(separator: "|"))
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol) { add(template, [first]) }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol) {
        add(template, [first, second])
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol, _ third: Symbol) {
        add(template, [first, second, third])
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol, _ third: Symbol, _ fourth: Symbol)
    {
        add(template, [first, second, third, fourth])
    }
}

/// The sum of the features' weights in a model of two columns.
typealias FeatureSum = WeightSum<SIMD2<Float>>

/// The sum of the features' weights.
struct WeightSum<Weights: SIMD & Sendable>: FeatureSink where Weights.Scalar == Float {
    let model: LinearTable<Weights>
    private(set) var sum: Weights
    var wantsNames: Bool { false }

    init(_ model: LinearTable<Weights>, from sum: Weights = .zero) {
        self.model = model
        self.sum = sum
    }

    mutating func add(_ template: FeatureTemplate, _ parts: [Symbol]) {
        sum += model.weight(parts.reduce(template.hash) { NameHash.joined($0, $1.hash) })
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol) {
        sum += model.weight(NameHash.joined(template.hash, first.hash))
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol) {
        sum += model.weight(NameHash.joined(NameHash.joined(template.hash, first.hash), second.hash))
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol, _ third: Symbol) {
        let two = NameHash.joined(NameHash.joined(template.hash, first.hash), second.hash)
        sum += model.weight(NameHash.joined(two, third.hash))
    }
    mutating func add(_ template: FeatureTemplate, _ first: Symbol, _ second: Symbol, _ third: Symbol, _ fourth: Symbol)
    {
        let two = NameHash.joined(NameHash.joined(template.hash, first.hash), second.hash)
        sum += model.weight(NameHash.joined(NameHash.joined(two, third.hash), fourth.hash))
    }
}
