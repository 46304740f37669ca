/// The lemmatizer of spaCy's English models: suffix rules, checked against an index of known words, with exceptions.
///
/// Method: spaCy's `Lemmatizer.rule_lemmatize` with English `is_base_form`.
struct RuleLemmatizer: Sendable {
    private struct Table: Sendable {
        var rules: [(ending: String, replacement: String)] = []
        var index: Set<ExactText> = []
        var exceptions: [ExactText: [String]] = [:]
    }

    /// The tables by part of speech, in lower case.
    private let tables: [String: Table]

    /// Reads the tables of a model's lemmatizer.
    init(folder: ModelFolder, rules lexical: LexicalRules) throws(ModelError) {
        let file = "lemmatizer/lookups/lookups.bin"
        let root = try folder.messagePack(file)
        let path = folder.path(file)
        guard let ruleTable = root["lemma_rules"]?.pairs else { throw ModelError.damaged(path, "no lemma_rules") }
        var tables: [String: Table] = [:]
        for pos in UniversalTags.names.map({ $0.lowercased() }) {
            let key = lexical.identity(pos)
            func entry(_ name: String) -> MessagePack? {
                root[name]?.pairs?.first { $0.key.hash == key }?.value
            }
            var table = Table()
            for pair in ruleTable.first(where: { $0.key.hash == key })?.value.items ?? [] {
                if let parts = pair.items, parts.count == 2, let ending = parts[0].text, let new = parts[1].text {
                    table.rules.append((ending, new))
                }
            }
            for word in entry("lemma_index")?.items ?? [] {
                if let word = word.text { table.index.insert(ExactText(word)) }
            }
            for (word, forms) in entry("lemma_exc")?.pairs ?? [] {
                if let word = word.text { table.exceptions[ExactText(word)] = (forms.items ?? []).compactMap(\.text) }
            }
            if !table.rules.isEmpty || !table.index.isEmpty || !table.exceptions.isEmpty { tables[pos] = table }
        }
        self.tables = tables
    }

    /// The lemma of a form with its part of speech and its morphology (`Number=Sing|Person=3`).
    func lemma(_ text: String, lower: String, pos: String, morph: String) -> String {
        let pos = pos.lowercased()
        if pos.isEmpty || pos == "space" || RuleLemmatizer.isBaseForm(pos, morph) { return lower }
        guard let table = tables[pos] else { return pos == "propn" ? text : lower }
        var forms: [String] = []
        var unknown: [String] = []
        for (ending, replacement) in table.rules where RuleLemmatizer.hasSuffix(lower, ending) {
            let stem = lower.utf8.prefix(lower.utf8.count - ending.utf8.count)
            let form = String(decoding: Array(stem), as: UTF8.self) + replacement
            if form.isEmpty { continue }
            if table.index.contains(ExactText(form)) {
                forms.insert(form, at: 0)
            } else if !form.unicodeScalars.allSatisfy(PythonText.isAlpha) {
                forms.append(form)
            } else {
                unknown.append(form)
            }
        }
        var seen: Set<String> = []
        forms = forms.filter { seen.insert($0).inserted }
        for form in table.exceptions[ExactText(lower)] ?? [] where !forms.contains(form) { forms.insert(form, at: 0) }
        return forms.first ?? unknown.first ?? text
    }

    /// Whether the index has a word in small letters, or its base form, as one of the given parts of speech.
    func knows(_ lower: String, as parts: [String]) -> Bool {
        parts.contains { part in
            guard let table = tables[part] else { return false }
            if table.index.contains(ExactText(lower)) || table.exceptions[ExactText(lower)] != nil { return true }
            return table.rules.contains { ending, replacement in
                guard RuleLemmatizer.hasSuffix(lower, ending) else { return false }
                let stem = lower.utf8.prefix(lower.utf8.count - ending.utf8.count)
                return table.index.contains(ExactText(String(decoding: Array(stem), as: UTF8.self) + replacement))
            }
        }
    }

    /// Suffix by bytes: Swift's `hasSuffix` compares whole grapheme clusters.
    private static func hasSuffix(_ text: String, _ ending: String) -> Bool {
        text.utf8.count >= ending.utf8.count && text.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }

    /// Whether a word is its own base form: singular nouns, infinitives, plain present verbs, positive adjectives.
    static func isBaseForm(_ pos: String, _ morph: String) -> Bool {
        var features: [Substring: Substring] = [:]
        for feature in morph.split(separator: "|") {
            let sides = feature.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { features[sides[0]] = sides[1] }
        }
        if pos == "noun", features["Number"] == "Sing" { return true }
        if pos == "verb", features["VerbForm"] == "Fin", features["Tense"] == "Pres", features["Number"] == nil {
            return true
        }
        return features["VerbForm"] == "Inf" || features["VerbForm"] == "None" || features["Degree"] == "Pos"
    }
}

/// The coarse parts of speech that spaCy knows.
enum UniversalTags {
    static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CONJ", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB", "X", "EOL", "SPACE",
    ]
}
