import ChanceryCore
import Coding
import SpacyPipeline

/// Statements as the benchmark asks for them: each token has one role, and of overlapping ones the likelier stays.
struct FlatStatements {
    let parsed: ParsedDocument
    let map: OffsetMap
    let model: AttributionModel

    /// The attributions among a document's candidates.
    func attributions(of candidates: [AttributionCandidate]) -> [AttributionCommand.Answer.Attribution] {
        let scored = candidates.enumerated().map { number, candidate in
            let content = model.best(.content, of: candidate.contents)
            let source = model.best(.source, of: candidate.sources)
            let features =
                candidate.features + chosen("content", content?.features) + chosen("source", source?.features)
            return (
                number: number, score: model.score(.accept, features), candidate: candidate,
                content: content?.value, source: source?.value
            )
        }
        var used: Set<Int> = []
        var found: [AttributionCommand.Answer.Attribution] = []
        for item in scored.sorted(by: { ($1.score, $0.number) < ($0.score, $1.number) }) where item.score > 0 {
            let candidate = item.candidate
            guard let content = item.content else { continue }
            let words = content.flatMap { Array($0) }
            if 2 * words.filter(used.contains).count > words.count || candidate.cue.contains(where: used.contains) {
                continue
            }
            used.formUnion(words + candidate.cue)
            let source = item.source ?? nil
            let taken = Set(words + (source.map { Array($0) } ?? []))
            var cue = candidate.cue
            for group in candidate.cueGroups where model.score(.cue, group.features) > 0 {
                cue += group.value.filter { !taken.contains($0) }
            }
            found.append(
                .init(source: source.map { [points(parsed.span($0))] }, cue: spans(ofCue: cue), content: spans(content))
            )
        }
        return found
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
        for mark in ["“", "\"", "‘", "''"] where map.text(ByteSpan(span.start - mark.utf8.count, span.start)) == mark {
            span.start -= mark.utf8.count
            break
        }
        let closing = ["”", "\"", "''"]
        let points = [",", ".", "?", "!"]
        for mark in points.flatMap({ point in closing.map { point + $0 } }) + closing + ["’"]
        where map.text(ByteSpan(span.end, span.end + mark.utf8.count)) == mark {
            span.end += mark.utf8.count
            break
        }
        return span
    }
}
