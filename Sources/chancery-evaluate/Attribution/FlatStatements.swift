import ChanceryCore
import Coding
import Foundation
import SpacyPipeline

/// Statements as the benchmark asks for them: each token has one role, and of overlapping ones the likelier stays.
struct FlatStatements {
    let parsed: ParsedDocument
    let map: ReadingMap
    let model: AttributionModel

    /// What matching half of the right content is worth, and each token shared with it.
    private static let agreement = (half: 0.4, overlap: 0.6)
    /// What the bias of "accept" has been raised by, since an answer is worth giving below even odds.
    private static let lenience = 0.92
    /// The least share of the best content's worth that a content free of others' tokens must have to take its place.
    private static let leastWorth = 0.7
    /// What an attribution inside another's content must be likelier by than what cutting the content costs.
    private static let leastGain = 0.2

    /// A candidate with its roles, and what speaks for its being an attribution.
    private struct Reading {
        var number: Int
        var score: Double
        var candidate: AttributionCandidate
        var contents: [AttributionModel.Choice<[Range<Int>]>]
        var best: Int
        var source: RoleOption<Range<Int>?>?
        var features: [String]
        var measures: [Measure]

        func words(_ choice: Int) -> [Int] { contents[choice].option.value.flatMap { Array($0) } }

        var likelihood: Double { 1 / (1 + exp(FlatStatements.lenience - score)) }
    }

    /// The attributions among a document's candidates; `explained`, with what tipped the balance.
    func attributions(of candidates: [AttributionCandidate], explained: Bool = false) -> [AttributionCommand.Answer
        .Attribution]
    {
        let reader = TokenReader(parsed: parsed, cues: model.cues)
        let marks = TokenMarks(parsed.tokens.indices.map { model.roles(of: reader.features($0)) })
        let readings = candidates.enumerated().compactMap { reading($0, marks.measured($1), marks) }
            .filter { $0.score > 0 }.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
        var used: Set<Int> = []
        var found: [AttributionCommand.Answer.Attribution] = []
        for (rank, item) in readings.enumerated() where !item.candidate.cue.contains(where: used.contains) {
            let choice = content(of: item, used, before: readings[(rank + 1)...])
            let words = item.words(choice)
            if 2 * words.filter(used.contains).count > words.count { continue }
            used.formUnion(words + item.candidate.cue)
            let source = item.source?.value
            let taken = Set(words + (source.map { Array($0) } ?? []))
            var cue = Array(item.candidate.cue.prefix(1))
            for group in item.candidate.cueGroups where model.score(.cue, group.features, group.measures) > 0 {
                cue += group.value.filter { !taken.contains($0) }
            }
            found.append(
                .init(
                    source: source.map { [points(parsed.span($0))] }, cue: spans(ofCue: cue),
                    content: spans(item.contents[choice].option.value),
                    why: explained ? why(item, choice) : nil))
        }
        return found
    }

    /// The best content, or one that leaves likelier attributions and those that stand in it their tokens.
    private func content(of item: Reading, _ used: Set<Int>, before later: ArraySlice<Reading>) -> Int {
        func isFree(of taken: Set<Int>) -> ([Range<Int>]) -> Bool {
            { content in !content.contains { $0.contains(where: taken.contains) } }
        }
        let worth = item.contents[item.best].worth
        var choice = item.best
        if !isFree(of: used)(item.contents[choice].option.value),
            let other = item.contents.best(where: isFree(of: used)),
            item.contents[other].worth >= Self.leastWorth * worth
        {
            choice = other
        }
        let words = Set(item.words(choice))
        if let inner = later.first(where: { !$0.candidate.cue.isEmpty && words.isSuperset(of: $0.candidate.cue) }),
            let other = item.contents.best(
                where: isFree(of: used.union(inner.words(inner.best)).union(inner.candidate.cue)))
        {
            let loss = item.likelihood * (item.contents[choice].worth - item.contents[other].worth) / worth
            if inner.likelihood - Self.leastGain > loss { choice = other }
        }
        return choice
    }

    private func reading(_ number: Int, _ candidate: AttributionCandidate, _ marks: TokenMarks) -> Reading? {
        let contents = model.choices(.content, of: candidate.contents, agreement: Self.agreement, shared: Self.shared)
        let sources = model.choices(.source, of: candidate.sources, agreement: (0, 0)) {
            Self.shared($0.map { [$0] } ?? [], $1.map { [$0] } ?? [])
        }
        guard let best = contents.best() else { return nil }
        let content = contents[best]
        let source = sources.reduce(nil) { (found: AttributionModel.Choice<Range<Int>?>?, choice) in
            choice.worth > found?.worth ?? -.infinity ? choice : found
        }
        let features =
            candidate.features + chosen("content", content.option.features)
            + chosen("source", source?.option.features)
        var measures = marks.cue(candidate.cue)
        measures += content.option.measures.map { Measure(name: "content:\($0.name)", value: $0.value) }
        measures.append(Measure(name: "*content-half", value: TokenMarks.logOdds(content.half)))
        measures.append(Measure(name: "*content-overlap", value: TokenMarks.logOdds(content.overlap)))
        if let source {
            measures += source.option.measures.map { Measure(name: "source:\($0.name)", value: $0.value) }
            measures.append(Measure(name: "*source-half", value: source.half))
            measures.append(Measure(name: "*source-likely", value: source.probability))
        }
        return Reading(
            number: number, score: model.score(.accept, features, measures), candidate: candidate, contents: contents,
            best: best, source: source?.option, features: features, measures: measures)
    }

    private func why(_ reading: Reading, _ choice: Int) -> [String] {
        let content = reading.contents[choice].option
        return model.reasons(.accept, reading.features, reading.measures)
            + model.reasons(.content, content.features, content.measures)
            + (reading.source.map { model.reasons(.source, $0.features, $0.measures) } ?? [])
    }

    /// How many tokens two contents share, and how many each has.
    private static func shared(_ a: [Range<Int>], _ b: [Range<Int>]) -> (both: Int, first: Int, second: Int) {
        var both = 0
        for x in a { for y in b { both += x.clamped(to: y).count } }
        return (both, a.reduce(0) { $0 + $1.count }, b.reduce(0) { $0 + $1.count })
    }

    /// What was chosen for a role, as evidence for there being an attribution at all.
    private func chosen(_ role: String, _ features: [String]?) -> [String] {
        (features ?? ["nothing"]).map { "\(role):\($0)" }
    }

    /// The spans of a cue's tokens.
    func spans(ofCue cue: [Int]) -> [[Int]] { runs(Set(cue).sorted()).map(points) }

    /// The spans of a content's pieces, with the quotation marks around them.
    func spans(_ content: [Range<Int>]) -> [[Int]] { content.map { points(withMarks(parsed.span($0))) } }

    /// A span in code points.
    func points(_ span: ByteSpan) -> [Int] {
        let points = map.codePoints(span)
        return [points.start, points.end]
    }

    private func runs(_ tokens: [Int]) -> [ByteSpan] {
        var found: [ByteSpan] = []
        var before = -2
        for token in tokens {
            if token == before + 1, let last = found.popLast() {
                found.append(last.union(parsed.span(token)))
            } else {
                found.append(parsed.span(token))
            }
            before = token
        }
        return found
    }

    /// The content with the quotation marks round it, as the benchmark counts them.
    private func withMarks(_ span: ByteSpan) -> ByteSpan {
        var span = span
        for mark in ["“", "\"", "‘", "''"] where map.words(ByteSpan(span.start - mark.utf8.count, span.start)) == mark {
            span.start -= mark.utf8.count
            break
        }
        let closing = ["”", "\"", "''"]
        let points = [",", ".", "?", "!"]
        for mark in points.flatMap({ point in closing.map { point + $0 } }) + closing + ["’"]
        where map.words(ByteSpan(span.end, span.end + mark.utf8.count)) == mark {
            span.end += mark.utf8.count
            break
        }
        return span
    }
}
