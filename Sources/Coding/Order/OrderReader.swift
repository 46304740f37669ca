import ChanceryCore
import Grammar

/// Reads what a text puts before, after or during what, by its signals and its parse; dates are left to ``DateReader``.
///
/// Only what the words say is read: the order of telling, tense alone, and what anybody knows order nothing.
struct OrderReader {
    /// What a report tells, by the token it was found at.
    struct Told: Hashable, Sendable {
        var token: Int
        var report: String
        var kind: Report.Kind
    }

    /// One relation the words tell, by tokens.
    struct Found: Hashable, Sendable {
        /// Where what is placed is told.
        var token: Int
        var relation: OrderLink.Relation
        /// Where the other is told; nil where no report tells it.
        var other: Int?
        /// The words that order them.
        var words: ByteSpan
        /// Where the other is told, if the words do not hold it.
        var from: ByteSpan?
    }

    let parsed: ParsedDocument
    let signals: OrderSignals
    let told: [Int: [Told]]
    /// The tokens of expressions of time, which tell a date.
    let timeTokens: Set<Int>

    init(_ parsed: ParsedDocument, signals: OrderSignals, told: [Told], timeTokens: Set<Int>) {
        self.parsed = parsed
        self.signals = signals
        self.told = Dictionary(grouping: told, by: \.token)
        self.timeTokens = timeTokens
    }

    /// The parse with typed labels.
    var tree: SyntaxTree { parsed.tree }
    var labels: [Dependency] { tree.labels }
    var tags: [PennTag] { tree.tags }
    var classes: [WordClass] { tree.classes }

    func isNoun(_ index: Int) -> Bool { classes[index] == .noun || classes[index] == .propn }

    /// The links of each report, by its id, in text order.
    func links(_ map: ReadingMap) -> [String: [OrderLink]] {
        var links: [String: [OrderLink]] = [:]
        for found in relations() {
            let others = found.other.map { (told[$0] ?? []).map(\.report) } ?? [""]
            for report in told[found.token] ?? [] {
                for other in others where other != report.report {
                    let link = OrderLink(
                        relation: found.relation, report: other,
                        evidence: Evidence(map.codePoints(found.words), from: found.from.map { map.codePoints($0) }))
                    if links[report.report]?.contains(link) != true { links[report.report, default: []].append(link) }
                }
            }
        }
        return links
    }

    /// Every relation, sentence by sentence.
    func relations() -> [Found] {
        guard !told.isEmpty else { return [] }
        var found: [Found] = []
        for (number, sentence) in parsed.sentences.enumerated() {
            for token in sentence.tokens where !timeTokens.contains(token) {
                if signals.canBegin(with: parsed.textKeys[token]) {
                    found += subordinate(at: token, before: sentence.tokens.upperBound)
                    found += lookingBack(at: token, in: number)
                }
                if signals.canBegin(with: parsed.lemmaKeys[token]) { found += related(by: token) }
            }
        }
        return found
    }

    // MARK: "after the vote", "after the army left"

    private func subordinate(at token: Int, before end: Int) -> [Found] {
        for form in [OrderSignals.Form.phrase, .clause, .perfect] {
            guard let signal = signals.signal(form, at: token, in: parsed.lowerTexts, before: end),
                let (led, main) = clause(signal, at: token) ?? phrase(signal, at: token),
                form != .perfect || isPerfect(main)
            else { continue }
            let targets = happening(at: led)
            guard !targets.isEmpty || isHappening(led) else { continue }
            let words = parsed.span(token..<trimmedEnd(of: led))
            let top = parsed.ancestors(of: led).contains(token) ? token : led
            return pair(placed(at: main, without: top), signal.relation, with: targets, words)
        }
        return []
    }

    /// The noun or gerund a signal leads in, and the head of what it qualifies.
    private func phrase(_ signal: OrderSignals.Signal, at token: Int) -> (led: Int, main: Int)? {
        let last = token + signal.words.count - 1
        guard tree.hasLabel(token, [.prep, .advmod, .acl, .advcl, .mark]),
            let main = parsed.head(of: token),
            let object = tree.child(of: last, [.pobj, .pcomp]), object > last, !timeTokens.contains(object)
        else { return nil }
        return (object, main)
    }

    /// The verb of the clause a signal leads in, and the head of what it qualifies.
    private func clause(_ signal: OrderSignals.Signal, at token: Int) -> (led: Int, main: Int)? {
        let last = token + signal.words.count - 1
        // "by the time they left": a relative clause of "time".
        if let verb = tree.child(of: last, [.relcl, .acl]), let main = parsed.head(of: token),
            main < token || main >= trimmedEnd(of: verb)
        {
            return (verb, main)
        }
        guard tree.hasLabel(last, [.mark, .advmod]), let verb = parsed.head(of: last), verb > last,
            labels[verb] == .advcl, let main = parsed.head(of: verb),
            // "until it can leave" does not say that it left.
            !tree.hasChild(of: verb, [.aux], where: { tags[$0] == .MD })
        else { return nil }
        return (verb, main)
    }

    // MARK: "Later, Osk apologised"

    private func lookingBack(at token: Int, in sentence: Int) -> [Found] {
        let end = parsed.sentences[sentence].tokens.upperBound
        for form in [OrderSignals.Form.adverb, .background] {
            guard let signal = signals.signal(form, at: token, in: parsed.lowerTexts, before: end),
                let verb = qualified(signal, at: token), isPast(verb),
                form == .adverb || isPastPerfect(verb)
            else { continue }
            let targets = before(verb, in: sentence, isBackground: form == .background)
                .filter { token in told[token]?.contains { $0.kind == .event || $0.kind == .state } == true }
            let words = parsed.span(token..<(token + signal.words.count))
            return placed(at: verb, without: token).flatMap { source in
                targets.filter { $0 != source }.map {
                    Found(
                        token: source, relation: signal.relation, other: $0, words: words, from: parsed.span($0))
                }
            }
        }
        return []
    }

    /// The verb an adverb qualifies, unless its words mean something else ("since then", "later than").
    private func qualified(_ signal: OrderSignals.Signal, at token: Int) -> Int? {
        let last = token + signal.words.count - 1
        guard tree.hasLabel(token, [.advmod, .prep, .npadvmod]),
            let verb = parsed.head(of: token), [.verb, .aux].contains(classes[verb])
        else { return nil }
        if parsed.children(of: last).contains(where: { $0 == last + 1 }) { return nil }
        if token > 0, signals.words.bounding.contains(parsed.lowerTexts[token - 1]) { return nil }
        if parsed.lowerTexts[token] == "then", namesOffice(from: token + 1, to: verb) { return nil }
        let next = last + 1
        if next < parsed.tokens.count, compares(parsed.lowerTexts[next]) { return nil }
        return verb
    }

    /// Whether a word after an adverb joins it to another or compares two: "then-mayor", "later than".
    private func compares(_ word: String) -> Bool { word == "than" || ["-", "–"].contains(word) }

    /// Whether words name who held an office at the time: "then party leader Ana Bel visited".
    private func namesOffice(from start: Int, to verb: Int) -> Bool {
        guard start < verb, [.noun, .propn, .adj].contains(classes[start]) else { return false }
        return (start..<verb).contains { classes[$0] == .noun }
    }

    /// What was told just before a clause: by the clause it is joined to, else by the sentence before.
    private func before(_ verb: Int, in sentence: Int, isBackground: Bool) -> [Int] {
        if labels[verb] == .conj, let above = parsed.head(of: verb), above < verb {
            let found = placed(at: above, without: verb)
            if !found.isEmpty { return found }
        }
        if isBackground, tree.hasLabel(verb, [.relcl, .advcl, .acl]) {
            let main = parsed.ancestors(of: verb).first { tree.hasLabel($0, [.root, .ccomp]) }
            return main.map { placed(at: $0, without: verb) } ?? []
        }
        guard labels[verb] == .root, sentence > 0 else { return [] }
        let previous = parsed.sentences[sentence - 1]
        guard previous.block == parsed.sentences[sentence].block,
            let root = previous.tokens.first(where: { labels[$0] == .root })
        else { return [] }
        // The last of several main clauses: what the story goes on from.
        var last = root
        while let next = tree.children(of: last, [.conj]).last(where: {
            [.verb, .aux].contains(classes[$0])
        }) {
            last = next
        }
        let found = placed(at: last, without: nil)
        return found.isEmpty ? placed(at: root, without: last) : found
    }

    // MARK: "the raid followed a protest"

    private func related(by verb: Int) -> [Found] {
        guard classes[verb] == .verb, tags[verb].isVerb,
            let subject = tree.child(of: verb, [.nsubj]), isPast(verb)
        else { return [] }
        for signal in signals.verbs(.verb, lemma: parsed.lowerLemmas[verb]) {
            guard let object = object(of: verb, signal) else { continue }
            let (first, second) = (happening(at: subject), happening(at: object))
            guard !timeTokens.contains(subject), !timeTokens.contains(object),
                !first.isEmpty || isHappening(subject), !second.isEmpty || isHappening(object)
            else { continue }
            if second.isEmpty {
                let words = parsed.span(verb..<trimmedEnd(of: object))
                return pair(first, signal.relation, with: [], words)
            }
            let low = parsed.extent(of: subject).lowerBound
            guard low <= verb else { continue }
            return pair(second, signal.relation.inverse, with: first, parsed.span(low..<(verb + 1)))
        }
        return []
    }

    /// What a verb relates its subject to: its object, or the object of its particle, or the act it leads to.
    private func object(of verb: Int, _ signal: OrderSignals.Signal) -> Int? {
        guard signal.words.count > 1 else {
            let act = tree.child(of: verb, [.xcomp, .ccomp])
            if let act, tags[act] == .VB { return act }
            return tree.child(of: verb, [.dobj])
        }
        return tree.children(of: verb, [.prep, .prt, .mark]).filter { parsed.lowerTexts[$0] == signal.words[1] }
            .compactMap { tree.child(of: $0, [.pobj, .pcomp]) }.first
    }

    private func pair(
        _ sources: [Int], _ relation: OrderLink.Relation, with targets: [Int], _ words: ByteSpan
    ) -> [Found] {
        sources.flatMap { source -> [Found] in
            if targets.isEmpty { return [Found(token: source, relation: relation, other: nil, words: words)] }
            return targets.filter { $0 != source }.map {
                Found(token: source, relation: relation, other: $0, words: words)
            }
        }
    }
}
