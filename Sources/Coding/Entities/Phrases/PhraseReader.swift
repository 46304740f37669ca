import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads every noun phrase and pronoun in text order, and remembers whom they tell of.
struct PhraseReader: EntityStage {
    private let named: NamedText
    private let titles: [Int: TitleReading]
    private let nameParties: NameParties
    private var told: ToldParties

    var text: EntityText { named.text }

    static func read(_ named: NamedText, titles: [Int: TitleReading]) -> ToldParties {
        var reader = PhraseReader(named, titles)
        reader.read()
        return reader.told
    }

    private init(_ named: NamedText, _ titles: [Int: TitleReading]) {
        self.named = named
        self.titles = titles
        nameParties = NameParties(named: named)
        told = ToldParties(tokens: named.text.tokens.count)
    }

    private mutating func read() {
        // A name is read where its title begins, before the title's own nouns.
        var starts: [Int: [Int]] = [:]
        for (index, name) in named.names.names.enumerated() {
            starts[titles[index]?.tokens.lowerBound ?? name.tokens.lowerBound, default: []].append(index)
        }
        for token in tokens.indices {
            for index in starts[token] ?? [] { readName(index) }
            if told.phrases[token].isEmpty, named.isUnnamed(token) {
                if isPronoun(token) {
                    readPronoun(token)
                } else if isNominal(token) {
                    readNoun(token)
                }
            }
            if parsed.tree.labels[token] == .conj { rememberJoined(token) }
        }
    }

    private func isPronoun(_ token: Int) -> Bool {
        parsed.tree.classes[token] == .pron || parsed.tree.tags[token] == .PRPS || parsed.tree.tags[token] == .WDT
            || lower[token] == "both"
    }

    private func isNominal(_ token: Int) -> Bool {
        [.noun, .propn].contains(parsed.tree.classes[token])
            || (parsed.tree.classes[token] == .adj && parsed.tree.hasLabel(token, [.nsubj, .dobj, .pobj, .nsubjpass]))
    }

    /// A name's mention for every token of it; a person's title belongs to it.
    private mutating func readName(_ index: Int) {
        let (name, title) = (named.names[index], titles[index])
        if let office = OfficeTelling(named: named, told: told).office(of: name, title: title) {
            told.offices.append(office)
        }
        let entity = named.entity(of: name)
        guard let mention = nameParties.party(of: name, title: title) else {
            if entity.sort == .state, name.form == .adjective {
                remember([named.mention(of: name)], token: name.head, weight: 0.4)
            }
            return
        }
        if text.isModifier(name.head), role(at: tokens[name.head].head) != nil, entity.kind != .person {
            // The noun after it is what the phrase names.
            remember([mention], token: name.head, weight: 0.5)
            return
        }
        let covered = (title?.tokens.lowerBound ?? name.tokens.lowerBound)..<name.tokens.upperBound
        for token in covered where told.phrases[token].isEmpty || name.tokens.contains(token) {
            told.phrases[token] = [mention]
        }
        let isPlural = mention.kind == .group || name.form == .plural
        remember([mention], token: name.head, weight: text.weight(of: name.head), isPlural: isPlural)
    }

    /// Reads a phrase headed by a common noun: "the Albanian government", "Palestinian fighters", "dozens of tourists".
    private mutating func readNoun(_ head: Int) {
        if word(head, in: text.lists.antecedents.latter) {
            resolve(head, PairReader(named: named, told: told).latter(at: head))
        }
        guard !isModifier(head), told.phrases[head].isEmpty else { return }
        let reading = NounReader(named: named, told: told).read(head)
        guard !reading.mentions.isEmpty else { return }
        for token in reading.tokens where told.phrases[token].isEmpty { told.phrases[token] = reading.mentions }
        told.phrases[head] = reading.mentions
        remember(
            reading.mentions, token: head, weight: text.weight(of: head), noun: reading.noun,
            isPlural: reading.isPlural)
    }

    /// Whether a noun stands before another with those it is joined to: the "drone" of "missile and drone attacks".
    private func isModifier(_ noun: Int) -> Bool {
        if text.isModifier(noun) { return true }
        guard tokens[noun].dep == "conj", tokens[noun].tag == "NN", let first = parsed.head(of: noun),
            text.isModifier(first), tokens[first].head == noun + 1
        else { return false }
        return true
    }

    /// Resolves a pronoun, or leaves it empty where nothing fits.
    private mutating func readPronoun(_ token: Int) {
        let reading = PronounReader(named: named, told: told).read(token)
        if reading.isUnsure { told.unsure.insert(token) }
        if reading.isNewTelling {
            resolve(token, reading.mentions)
        } else {
            told.phrases[token] = reading.mentions.map { $0.carried(to: parsed.span(token)) }
        }
    }

    /// Writes what a pronoun means, with the place its name stands at.
    private mutating func resolve(_ token: Int, _ antecedents: [Mention]) {
        guard !antecedents.isEmpty else { return }
        told.phrases[token] = antecedents.map { $0.carried(to: parsed.span(token)) }
        remember(
            told.phrases[token], token: token, weight: text.weight(of: token) - 0.2,
            isPlural: word(token, in: text.lists.pronouns.several))
    }

    /// Remembers "A, B and C" as several joined parties.
    private mutating func rememberJoined(_ token: Int) {
        guard !told.phrases[token].isEmpty else { return }
        var root = token
        while parsed.tree.labels[root] == .conj, let above = parsed.head(of: root) { root = above }
        guard !told.phrases[root].isEmpty else { return }
        let all = ([root] + text.conjuncts(of: root)).filter { $0 <= token }.flatMap { told.phrases[$0] }
        if all.count > 1 { remember(all.unique(), token: token, weight: text.weight(of: root)) }
    }

    private mutating func remember(
        _ mentions: [Mention], token: Int, weight: Double, noun: String = "", isPlural: Bool = false
    ) {
        told.history.add(mentions, token: token, in: parsed, weight: weight, noun: noun, isPlural: isPlural)
    }
}
