/// How a word's features are computed: identity of strings, norms, shapes.
struct LexicalRules: Sendable {
    private let symbols: [ExactText: UInt64]
    private let baseNorms: [ExactText: String]
    /// The model's own norms, by the identity of the form.
    private let modelNorms: [UInt64: String]

    /// Reads the norms of a model's `vocab/lookups.bin`; a model without them has none of its own.
    init(folder: ModelFolder) throws(ModelError) {
        var symbols: [ExactText: UInt64] = [:]
        for (name, number) in try ModuleResources.table("symbols.tsv") { symbols[ExactText(name)] = UInt64(number) }
        self.symbols = symbols
        var baseNorms: [ExactText: String] = [:]
        for (form, norm) in try ModuleResources.table("base-norms.tsv") { baseNorms[ExactText(form)] = norm }
        self.baseNorms = baseNorms
        let file = "vocab/lookups.bin"
        guard let tables = try folder.messagePack(file).pairs else {
            throw ModelError.damaged(folder.path(file), "no lookup tables")
        }
        var modelNorms: [UInt64: String] = [:]
        for (name, table) in tables where name.text == "lexeme_norm" {
            for (form, norm) in table.pairs ?? [] {
                if let form = form.hash, let norm = norm.text { modelNorms[form] = norm }
            }
        }
        self.modelNorms = modelNorms
    }

    /// Rules from tables given in memory, for tests.
    init(
        symbols: [ExactText: UInt64] = [:], baseNorms: [ExactText: String] = [:], modelNorms: [UInt64: String] = [:]
    ) {
        self.symbols = symbols
        self.baseNorms = baseNorms
        self.modelNorms = modelNorms
    }

    /// The 64-bit identity of a string: its reserved number, otherwise its hash; 0 for the empty string.
    func identity(_ text: String) -> UInt64 {
        text.isEmpty ? 0 : symbols[ExactText(text)] ?? StringHash.murmur64A(text)
    }

    /// The norm of a form that no tokenizer exception gives one.
    func norm(_ text: String, identity: UInt64, lower: String) -> String {
        modelNorms[identity] ?? baseNorms[ExactText(text)] ?? lower
    }

    /// The shape of a word: capitals `X`, other letters `x`, digits `d`, runs cut after four; from 100 characters
    /// on it is `LONG`. `"Osk-2019"` has the shape `Xxx-dddd`.
    static func shape(_ text: String) -> String {
        let scalars = text.unicodeScalars
        if scalars.count >= 100 { return "LONG" }
        var shape = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        var repeats = 0
        for scalar in scalars {
            let mark: Unicode.Scalar
            if PythonText.isAlpha(scalar) {
                mark = PythonText.isUpper(scalar) ? "X" : "x"
            } else if PythonText.isDigit(scalar) {
                mark = "d"
            } else {
                mark = scalar
            }
            repeats = mark == last ? repeats + 1 : 0
            last = mark
            if repeats < 4 { shape.append(mark) }
        }
        return String(shape)
    }
}

/// A word form with the features the model's embeddings ask for: computed once, then named by its index.
struct Form: Sendable {
    let text: String
    /// Length in UTF-8 bytes.
    let byteCount: Int
    let lower: String
    let orth: UInt64
    let norm: UInt64
    let prefix: UInt64
    let suffix: UInt64
    let shape: UInt64
    let isSpace: Bool
    /// The identity of `lower`, asked for by the attribute LOWER.
    let lowerIdentity: UInt64

    init(_ text: String, norm exception: String?, rules: LexicalRules) {
        self.text = text
        byteCount = text.utf8.count
        lower = PythonText.lower(text)
        orth = rules.identity(text)
        lowerIdentity = rules.identity(lower)
        norm = rules.identity(exception ?? rules.norm(text, identity: orth, lower: lower))
        let scalars = text.unicodeScalars
        prefix = rules.identity(String(String.UnicodeScalarView(scalars.prefix(1))))
        suffix = rules.identity(String(String.UnicodeScalarView(scalars.suffix(3))))
        shape = rules.identity(LexicalRules.shape(text))
        isSpace = !scalars.isEmpty && scalars.allSatisfy { PythonText.isSpace($0.value) }
    }
}
