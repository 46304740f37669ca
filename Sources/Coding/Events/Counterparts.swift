import ChanceryCore
import Grammar
import SpacyPipeline

/// The two states a text is about, by which an act between two is completed where its sentence leaves one or both out:
/// "Relations were severed the next day".
///
/// A heading that names two states tells them, then the nearest act told before in the same paragraph, then the document's
/// title as it was given, then the document where it speaks of two states far more than of any other. What is taken over carries `from`; where none of these is
/// certain, nothing is.
struct Counterparts: Sendable {
    private let parsed: ParsedDocument
    /// The states told, in text order, by code.
    private let byCode: [String: [Mention]]
    /// The states told in each sentence that tells any, by code and word.
    private let bySentence: [Int: [(code: String, word: Int)]]
    /// For each block the codes that the heading above it names, where it names two.
    private let headings: [Int: Set<String>]
    /// The codes of the two that the whole document is about: those its title names, or those it tells most.
    private let main: Set<String>

    init(_ parsed: ParsedDocument, _ entities: EntityIndex) {
        self.parsed = parsed
        let told = entities.mentions.filter { !$0.mention.code.isEmpty && $0.mention.kind == .state }
        let states = told.map(\.mention).sorted { $0.span.start < $1.span.start }
        byCode = Dictionary(grouping: states, by: \.code)
        bySentence = told.reduce(into: [:]) { found, state in
            found[parsed.sentence(of: state.head), default: []].append((state.mention.code, state.head))
        }
        headings = Self.headings(parsed, states)
        let titled = entities.states(namedIn: parsed.document.metadata.title ?? "")
        main = titled.count == 2 ? titled : Self.main(states)
    }

    private static func headings(_ parsed: ParsedDocument, _ states: [Mention]) -> [Int: Set<String>] {
        var found: [Int: Set<String>] = [:]
        var title: Set<String> = []
        var current: Set<String> = []
        for (number, block) in parsed.document.blocks.enumerated() {
            guard block.kind == .title || block.kind == .heading else {
                found[number] = current.count == 2 ? current : title
                continue
            }
            current = Set(states.filter { block.span.contains($0.span) }.map(\.code))
            if block.kind == .title || title.isEmpty && current.count == 2 { title = current.count == 2 ? current : [] }
        }
        return found.filter { $0.value.count == 2 }
    }

    /// The two states told most, where a third is told at most half as often as the second; of a short text the only two.
    private static func main(_ states: [Mention]) -> Set<String> {
        var counts: [String: Int] = [:]
        for state in states { counts[state.code, default: 0] += 1 }
        let ranked = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        guard ranked.count >= 2 else { return [] }
        if ranked.count > 2, ranked[1].value < 4 || ranked[2].value * 2 > ranked[1].value { return [] }
        return [ranked[0].key, ranked[1].key]
    }

    /// The two parties that an act at a token is between, where its words name neither, the first told first.
    func pair(at token: Int, after earlier: ArraySlice<EventFinding>) -> [Mention] {
        // A third state in the sentence may be the one that is meant.
        let near = told(beside: token)
        if near.count > 2 { return [] }
        let codes = codes(at: token, after: earlier)
        guard codes.count == 2, near.isSubset(of: codes) else { return [] }
        let found = codes.sorted().compactMap { latest($0, before: token) }
        return found.count == 2 ? found.sorted { $0.span.start < $1.span.start } : []
    }

    /// The other of the two, where the act names one of them.
    func other(than named: [Mention], at token: Int, after earlier: [EventFinding]) -> Mention? {
        let own = Set(named.map(\.code))
        guard own.count == 1, let code = own.first else { return nil }
        let codes = codes(at: token, after: earlier[...])
        guard codes.count == 2, codes.contains(code), told(beside: token).isSubset(of: codes) else { return nil }
        return codes.first { $0 != code }.flatMap { latest($0, before: token) }
    }

    private func codes(at token: Int, after earlier: ArraySlice<EventFinding>) -> Set<String> {
        let sentence = parsed.sentence(of: token)
        if let told = headings[parsed.sentences[sentence].block] { return told }
        let near = running(before: sentence, earlier)
        return near.isEmpty ? main : near
    }

    /// The parties of the nearest act told in this paragraph, not more than two sentences back, where no other state is
    /// told since.
    private func running(before sentence: Int, _ earlier: ArraySlice<EventFinding>) -> Set<String> {
        var nearest: (place: Int, codes: Set<String>)?
        // By place: a finding is large.
        for number in earlier.indices.reversed() {
            let place = parsed.sentence(of: earlier[number].trigger)
            // The acts stand in text order: what is told before is out of reach.
            if sentence - place > 2 { return [] }
            if earlier[number].actors.count + earlier[number].recipients.count < 2 { continue }
            let codes = Set(earlier[number].actors.map(\.code)).union(earlier[number].recipients.map(\.code))
            if codes.count == 2, !codes.contains("") {
                nearest = (place, codes)
                break
            }
        }
        guard let (place, codes) = nearest, place < sentence,
            parsed.sentences[place].block == parsed.sentences[sentence].block
        else { return [] }
        let since = (place...sentence).reduce(into: Set<String>()) { $0.formUnion(told(in: $1)) }
        return since.isSubset(of: codes) ? codes : []
    }

    /// The byte a token begins at.
    func start(of token: Int) -> Int { parsed.tokens[token].start }

    private func told(in sentence: Int) -> Set<String> { Set((bySentence[sentence] ?? []).map(\.code)) }

    /// The states told in an act's sentence, those of a clause of time under its verb aside: "Relations were established in May,
    /// when the president spoke of the fall of Osk".
    private func told(beside token: Int) -> Set<String> {
        let states = bySentence[parsed.sentence(of: token)] ?? []
        let codes = Set(states.map(\.code))
        if codes.count < 2 { return codes }
        let clauses = parsed.tree.children(of: token, [.advcl]).filter { $0 > token }.map { parsed.extent(of: $0) }
        return Set(states.filter { state in !clauses.contains { $0.contains(state.word) } }.map(\.code))
    }

    /// A state by where the text last named it.
    private func latest(_ code: String, before token: Int) -> Mention? {
        guard let named = byCode[code], let first = named.first else { return nil }
        // How many begin before the token; the last of them may reach over it.
        var (low, high) = (0, named.count)
        while low < high {
            let middle = (low + high) / 2
            if named[middle].span.start < parsed.tokens[token].start { low = middle + 1 } else { high = middle }
        }
        var state = named[..<low].last { $0.span.end <= parsed.tokens[token].start } ?? first
        state.from = state.from ?? state.span
        return state
    }
}
