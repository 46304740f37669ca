import ChanceryCore
import Chronology
import SpacyPipeline

/// Finds the time expression that tells when an event happened, by its place in the parse.
struct DateReader: Sendable {
    /// A date as coding handles it, in UTF-8 bytes.
    struct Found: Hashable, Sendable {
        var edtf: EDTF
        var basis: ReportDate.Basis
        var span: ByteSpan
        var from: ByteSpan?
    }

    let parsed: ParsedDocument
    private let timexes: [(timex: Timex, head: Int)]
    private let bySentence: [Int: [Int]]

    init(_ parsed: ParsedDocument, timexes: [Timex]) {
        self.parsed = parsed
        var kept: [(timex: Timex, head: Int)] = []
        var bySentence: [Int: [Int]] = [:]
        for timex in timexes where timex.edtf != nil && timex.type != .duration {
            // The head is the token whose own head lies outside the expression.
            let head = timex.tokens.first {
                !timex.tokens.contains(parsed.tokens[$0].head) || parsed.tokens[$0].head == $0
            }
            kept.append((timex, head ?? timex.tokens.lowerBound))
            bySentence[parsed.sentence(of: timex.tokens.lowerBound), default: []].append(kept.count - 1)
        }
        self.timexes = kept
        self.bySentence = bySentence
    }

    /// The date of what a token tells: the nearest expression of its own sentence by the parse, else the one the
    /// sentence before is about, if the telling is in the past.
    ///
    /// - Parameters:
    ///   - lasts: whether what is told lasts: "since 1991" opens a state of affairs, but dates an act.
    ///   - ownClauseOnly: whether expressions of other clauses tell nothing.
    ///   - excluded: words whose time expressions tell of something else, such as a statement's content.
    func date(
        at trigger: Int, carriesOver: Bool = true, lasts: Bool = false, ownClauseOnly: Bool = false,
        excluding excluded: [ByteSpan] = []
    ) -> Found? {
        let sentence = parsed.sentence(of: trigger)
        var best: (cost: Int, index: Int, crosses: Bool)?
        for index in bySentence[sentence] ?? []
        where !excluded.contains(where: { $0.contains(timexes[index].timex.span) }) {
            let (cost, crosses, leaves) = distance(from: trigger, to: timexes[index].head)
            // What lasts has a date only of its own clause.
            if ownClauseOnly, crosses || leaves { continue }
            if best == nil || cost < (best?.cost ?? 0) { best = (cost, index, crosses) }
        }
        if let best { return found(timexes[best.index].timex, carried: false, crosses: best.crosses, lasts: lasts) }
        guard carriesOver, sentence > 0, isPast(trigger), !isHabitual(trigger) else { return nil }
        let before = parsed.sentences[sentence - 1]
        guard before.block == parsed.sentences[sentence].block else { return nil }
        // The last one of its main clauses: what a later sentence goes on from.
        let main = (bySentence[sentence - 1] ?? []).filter { index in
            !([timexes[index].head] + parsed.ancestors(of: timexes[index].head)).contains {
                ["relcl", "advcl", "ccomp", "acl", "pcomp", "parataxis"].contains(parsed.tokens[$0].dep)
            }
        }
        let nearest = main.last ?? bySentence[sentence - 1]?.last
        return nearest.flatMap { found(timexes[$0].timex, carried: true, crosses: false, lasts: lasts) }
    }

    /// The single days that expressions in the given sentences name, in text order.
    func days(in sentences: Set<Int>) -> [EDTF] {
        timexes.filter { sentences.contains(parsed.sentence(of: $0.head)) }.compactMap { $0.timex.edtf }
            .filter { $0.precision == .day }
    }

    private func found(_ timex: Timex, carried: Bool, crosses: Bool, lasts: Bool) -> Found? {
        guard var edtf = timex.edtf else { return nil }
        // "recognised it since 1988": the act has the date that opens the span of time.
        if !lasts, edtf.precision == .interval, edtf.intervalEnd == nil, let date = timex.date { edtf = date }
        if carried { return Found(edtf: edtf, basis: .resolved, span: timex.extent, from: timex.extent) }
        return Found(
            edtf: edtf, basis: timex.isComplete && !crosses ? .stated : .resolved, span: timex.extent,
            from: timex.resolvedFrom)
    }

    /// How far apart two tokens of a sentence stand in the parse; going into another clause costs more.
    private func distance(from trigger: Int, to target: Int) -> (cost: Int, crosses: Bool, leaves: Bool) {
        let up = [trigger] + parsed.ancestors(of: trigger)
        let down = [target] + parsed.ancestors(of: target)
        guard let meeting = down.firstIndex(where: { up.contains($0) }), let climb = up.firstIndex(of: down[meeting])
        else {
            return (1000, true, true)
        }
        var cost = climb + 2 * meeting
        var crosses = false
        var leaves = false
        for place in down[..<meeting] {
            guard let more = Self.clauseCost[parsed.tokens[place].dep] else { continue }
            // A coordinate clause with a subject of its own tells of something else.
            let isApart = parsed.tokens[place].dep == "conj" && parsed.child(of: place, "nsubj", "nsubjpass") != nil
            cost += isApart ? 9 : more
            crosses = true
        }
        for place in up[..<climb]
        where ["relcl", "ccomp", "conj", "parataxis", "advcl", "acl"].contains(parsed.tokens[place].dep) {
            cost += 2
            leaves = true
        }
        return (cost, crosses, leaves)
    }

    /// What it costs to go down into a clause: "after it met in May, Osk left" dates the leaving more readily than "Osk
    /// left its ally, which met in May".
    private static let clauseCost = [
        "advcl": 3, "conj": 4, "ccomp": 4, "pcomp": 4, "relcl": 7, "acl": 7, "parataxis": 7, "appos": 4,
    ]

    private func isPast(_ trigger: Int) -> Bool {
        for place in [trigger] + parsed.ancestors(of: trigger) {
            let token = parsed.tokens[place]
            guard token.pos == "VERB" || token.pos == "AUX" else { continue }
            if token.tag == "VBD" { return true }
            if token.tag == "VBN" {
                return parsed.children(of: place, "aux", "auxpass").contains {
                    ["was", "were", "had"].contains(parsed.tokens[$0].text.lowercased())
                }
            }
            if ["VBZ", "VBP"].contains(token.tag) { return false }
        }
        return false
    }

    /// Whether the clause tells what is usual, which no single date fits.
    private func isHabitual(_ trigger: Int) -> Bool {
        parsed.children(of: trigger, "advmod").contains {
            ["often", "always", "usually", "never", "regularly", "historically"].contains(
                parsed.tokens[$0].text.lowercased())
        }
    }
}
