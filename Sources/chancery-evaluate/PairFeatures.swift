import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// What can be said of a sentence and its two marked parties in words a person can review: `verb=rebuff`, `not`,
/// `over-target=impose+on`. The tie-breaker weighs these; none of them knows of the codebook, so that the second
/// opinion does not repeat the first.
struct PairFeatures {
    /// Each feature once, with its value.
    private(set) var values: [String: Double] = [:]

    private let entities: EntityIndex
    private let parsed: ParsedDocument
    private let sides: Sides

    /// Reads the features of a sentence.
    init(_ reading: PairReading) {
        entities = reading.entities
        parsed = reading.parsed
        sides = reading.sides
        guard !parsed.tokens.isEmpty else { return }
        addPath()
        addVerbs()
        addParty("source", sides.source, sides.sourceHead)
        addParty("target", sides.target, sides.targetHead)
        addWords()
    }

    private mutating func add(_ name: String, _ value: Double = 1) { values[name] = max(values[name] ?? 0, value) }

    /// What stands on the way through the parse from one party to the other, and right above each.
    private mutating func addPath() {
        for token in sides.path where !isParty(token) && isWord(token) { add("path=\(lemma(token))") }
        if let meeting = sides.meeting, !isParty(meeting) {
            add("meet=\(lemma(meeting))")
            add("meet-pos=\(parsed.tokens[meeting].pos)")
        }
        for (side, head) in [("source", sides.sourceHead), ("target", sides.targetHead)] {
            guard let head else { continue }
            add("\(side)-dep=\(parsed.tokens[head].dep)")
            guard let above = parsed.head(of: head) else { continue }
            add("over-\(side)=\(lemma(above))")
            if side == "target", parsed.tokens[head].dep == "pobj", let upper = parsed.head(of: above) {
                add("over-target=\(lemma(upper))+\(lemma(above))")
            }
        }
    }

    /// The verbs between or above the parties with what hangs on them.
    private mutating func addVerbs() {
        for verb in verbs() {
            let word = lemma(verb)
            add("verb=\(word)")
            if parsed.child(of: verb, "auxpass", "nsubjpass") != nil { add("passive") }
            for child in parsed.children(of: verb) where !isParty(child) {
                let token = parsed.tokens[child]
                switch parsed.grammar.tree.labels[child] {
                case .neg: add("not")
                case .aux: add("aux=\(token.text.lowercased())")
                case .mark: add("mark=\(lemma(child))")
                case .prt, .prep, .agent: add("verb=\(word)+\(lemma(child))")
                case .dobj, .nsubjpass, .attr, .oprd, .acomp:
                    add("object=\(lemma(child))")
                    add("verb=\(word)+\(lemma(child))")
                case .xcomp, .ccomp:
                    add("complement=\(lemma(child))")
                default: break
                }
            }
        }
    }

    /// The verbs on the way between the parties, else the next one above where they meet.
    private func verbs() -> [Int] {
        let onPath = sides.path.filter { isVerb($0) && !isParty($0) }.sorted()
        guard onPath.isEmpty, let meeting = sides.meeting ?? sides.sourceHead ?? sides.targetHead else { return onPath }
        return parsed.ancestors(of: meeting).first { isVerb($0) }.map { [$0] } ?? []
    }

    /// Of what kind a party is, and by which common nouns and adjectives it is named.
    private mutating func addParty(_ side: String, _ tokens: [Int], _ head: Int?) {
        guard let head else { return add("\(side)=none") }
        if let party = entities.participant(at: head) {
            add("\(side)=\(party.kind.rawValue)")
            if !party.sector.isEmpty { add("\(side)-sector=\(party.sector)") }
        } else {
            let entity = parsed.tokens[head].ent
            add("\(side)=\(entity == "O" ? "other" : String(entity.dropFirst(2)).lowercased())")
        }
        for token in tokens where isWord(token) { add("\(side)-word=\(lemma(token))") }
    }

    /// The words of the sentence, at less weight; those between the parties at a little more.
    private mutating func addWords() {
        let ends = [sides.sourceHead, sides.targetHead].compactMap { $0 }
        let between = (ends.min() ?? 0)...(ends.max() ?? 0)
        for token in parsed.tokens.indices where !isParty(token) && isWord(token) {
            add("word=\(lemma(token))", 0.3)
            if ends.count == 2, between.contains(token) { add("between=\(lemma(token))", 0.5) }
        }
    }

    /// Whether a token is a word that tells something: no name, number, pronoun or mark.
    private func isWord(_ token: Int) -> Bool {
        [.verb, .noun, .adj, .adv, .adp, .part, .sconj, .intj].contains(parsed.grammar.tree.classes[token])
            && parsed.tokens[token].text.contains { $0.isLetter }
    }

    private func isVerb(_ token: Int) -> Bool { ["VERB", "AUX"].contains(parsed.tokens[token].pos) }

    private func isParty(_ token: Int) -> Bool { sides.source.contains(token) || sides.target.contains(token) }

    private func lemma(_ token: Int) -> String { parsed.tokens[token].lemma.lowercased() }
}
