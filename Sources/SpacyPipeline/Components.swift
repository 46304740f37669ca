/// All that a model folder holds, read once and then shared by all workers.
struct Components: Sendable {
    let name: String
    let version: String
    let text: TextRules
    let encoder: WordEncoder
    let tagger: LinearLayer
    let tags: [String]
    let parser: TransitionModel
    let parserActions: ArcEager.Actions
    /// The names of the arcs' labels, in the order the parser's labels are numbered.
    let labels: [String]
    /// What each label with bars stands for: the label proper, and the label of the head to look for.
    let decorated: [(label: Int32, head: Int32)?]
    let rootLabel: Int32
    let ruler: AttributeRuler
    let lemmatizer: RuleLemmatizer
    let entityEncoder: WordEncoder
    let entities: TransitionModel
    let entityActions: EntityTransitions.Actions

    /// The files that are read. They are looked for first: a missing one is told at once.
    private static let files = [
        "meta.json", "config.cfg", "tokenizer", "vocab/lookups.bin", "tok2vec/model", "tagger/model", "tagger/cfg",
        "parser/model", "parser/moves", "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin", "ner/model",
        "ner/moves",
    ]

    /// Reads a model folder.
    init(folder: ModelFolder) throws(ModelError) {
        for file in Components.files { try folder.check(file) }
        let meta = try folder.json("meta.json")
        let config = ModelConfig(try folder.text("config.cfg"))
        try Components.check(meta: meta, config: config, folder: folder)
        name = [meta["lang"], meta["name"]].compactMap { $0 as? String }.joined(separator: "_")
        version = meta["version"] as? String ?? ""

        let lexical = try LexicalRules(folder: folder)
        text = TextRules(lexical: lexical, tokenizer: try TokenizerRules(folder: folder, rules: lexical))
        var loaded: WordVectors?
        func wordVectors() throws(ModelError) -> WordVectors {
            if let loaded { return loaded }
            let vectors = try WordVectors(folder: folder)
            loaded = vectors
            return vectors
        }
        encoder = try WordEncoder(try ThincModel(folder: folder, file: "tok2vec/model"), wordVectors: wordVectors)

        let taggerModel = try ThincModel(folder: folder, file: "tagger/model")
        tagger = try LinearLayer(taggerModel, try taggerModel.only("softmax"))
        guard let tags = try folder.json("tagger/cfg")["labels"] as? [String], tags.count == tagger.outputs else {
            throw ModelError.damaged(folder.path("tagger/cfg"), "labels do not fit the tagger's scores")
        }
        self.tags = tags

        let parserModel = try ThincModel(folder: folder, file: "parser/model")
        parser = try TransitionModel(parserModel, folder: folder, moves: "parser/moves", features: 8)
        var labels = ["ROOT", "dep"]
        func number(_ label: String) -> Int32 {
            if let index = labels.firstIndex(of: label) { return Int32(index) }
            labels.append(label)
            return Int32(labels.count - 1)
        }
        var decorated: [Int32: (Int32, Int32)] = [:]
        for action in parser.actions {
            let whole = number(action.label)
            let parts = action.label.split(separator: "|", omittingEmptySubsequences: true)
            if parts.count == 2 { decorated[whole] = (number(String(parts[0])), number(String(parts[1]))) }
        }
        self.labels = labels
        self.decorated = labels.indices.map { decorated[Int32($0)] }
        rootLabel = 0
        parserActions = ArcEager.Actions(parser.actions, names: labels)

        ruler = try AttributeRuler(folder: folder)
        lemmatizer = try RuleLemmatizer(folder: folder, rules: lexical)

        let entityModel = try ThincModel(folder: folder, file: "ner/model")
        entityEncoder = try WordEncoder(entityModel, wordVectors: wordVectors)
        entities = try TransitionModel(entityModel, folder: folder, moves: "ner/moves", features: 3)
        entityActions = EntityTransitions.Actions(entities.actions)
        guard encoder.width == tagger.inputs, encoder.width == parser.reduce.inputs,
            entityEncoder.width == entities.reduce.inputs
        else { throw ModelError.damaged(folder.path("tok2vec/model"), "its width does not fit the other components") }
    }

    /// The components that are run, and the architecture each must have.
    private static let wanted = [
        ("tok2vec", "spacy.Tok2Vec.v2"), ("tagger", "spacy.Tagger.v2"), ("parser", "spacy.TransitionBasedParser.v2"),
        ("attribute_ruler", ""), ("lemmatizer", ""), ("ner", "spacy.TransitionBasedParser.v2"),
    ]

    private static func check(meta: [String: Any], config: ModelConfig, folder: ModelFolder) throws(ModelError) {
        let metaPath = folder.path("meta.json")
        guard let versions = meta["spacy_version"] as? String else {
            throw ModelError.damaged(metaPath, "no spacy_version")
        }
        // ">=3.7.5,<3.9.0": the first number is the oldest spaCy the model was made for.
        let oldest = versions.drop { !$0.isNumber }
        guard oldest.hasPrefix("3.") else {
            throw ModelError.wrongVersion(metaPath, found: versions, wanted: "spaCy 3")
        }
        let path = folder.path("config.cfg")
        guard let pipeline = config.list("nlp", "pipeline") else { throw ModelError.damaged(path, "no pipeline") }
        guard config.value("nlp", "lang") == "en" else {
            throw ModelError.unsupported(path, "the language \(config.value("nlp", "lang") ?? "unknown")")
        }
        let disabled = config.list("nlp", "disabled") ?? []
        let active = pipeline.filter { !disabled.contains($0) }
        guard active == wanted.map(\.0) else {
            throw ModelError.unsupported(path, "the pipeline \(active.joined(separator: ", "))")
        }
        for (component, architecture) in wanted where !architecture.isEmpty {
            let found = config.value("components.\(component).model", "@architectures") ?? "none"
            guard found == architecture else { throw ModelError.unsupported(path, "\(component) of kind \(found)") }
        }
        let encoders = [("tok2vec", "components.tok2vec.model"), ("ner", "components.ner.model.tok2vec")]
        for (component, section) in encoders {
            let embed = config.value("\(section).embed", "@architectures") ?? "none"
            let encode = config.value("\(section).encode", "@architectures") ?? "none"
            guard embed == "spacy.MultiHashEmbed.v2", encode == "spacy.MaxoutWindowEncoder.v2" else {
                throw ModelError.unsupported(path, "\(component) with \(embed) and \(encode)")
            }
        }
        for component in ["tagger", "parser"] {
            let kind = config.value("components.\(component).model.tok2vec", "@architectures") ?? "none"
            guard kind == "spacy.Tok2VecListener.v1" else {
                throw ModelError.unsupported(path, "\(component) with \(kind)")
            }
        }
        for component in ["parser", "ner"] {
            let section = "components.\(component).model"
            guard config.value(section, "use_upper") == "true", config.value(section, "extra_state_tokens") == "false"
            else { throw ModelError.unsupported(path, "\(component) without upper layer or with extra state tokens") }
        }
        guard config.value("components.lemmatizer", "mode") == "rule" else {
            throw ModelError.unsupported(path, "a lemmatizer without rules")
        }
    }
}
