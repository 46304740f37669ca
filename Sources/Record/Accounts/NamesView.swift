package import ChanceryCore
import DossierStore

/// What each account calls one party, in its own words, counted and cited: what `names` shows.
package struct NamesView: Hashable, Sendable {
    /// One phrase of one document.
    package struct Item: Hashable, Sendable, Encodable {
        /// The document's given name.
        package var document: String
        /// What a reader calls the document.
        package var source: String
        /// Whose words they are: the speakers, or the document's own author, who is not named.
        package var voice: String
        /// The names of those whose words they are, outermost first; empty is the document's own voice.
        package var sources: [String]
        /// The modalities of what is told with these words.
        package var modality: [String]
        /// The phrase as it stands where it is first met.
        package var phrase: String
        /// In how many places it stands for the party.
        package var count: Int
        /// Where each of them stands: first code point, and the code point after the last.
        package var places: [CodePointSpan]
    }

    /// The party as it was asked for, or as the record calls it.
    package var name: String
    /// The phrases, by document, the most frequent first.
    package var items: [Item]
    /// In how many places a pronoun stands for the party: those are not listed.
    package var pronouns: Int

    private struct Phrase: Hashable {
        var document: String
        var hash: String
        var folded: String
        var sources: [String]
    }

    private struct Uses {
        var words: [CodePointSpan: String] = [:]
        var modality: Set<Modality> = []
    }

    /// Makes the view.
    ///
    /// - Parameter text: gives the words of a range of the document of a hash.
    package init(
        of entity: String, in reports: [Report], _ shelf: Shelf = Shelf(),
        text: (String, CodePointSpan) throws -> String?
    ) rethrows {
        let party = Party(entity, among: reports)
        name = party.name
        // A person who acts for a state stands under the state's name too; the person's name is no name of the state.
        let others = Set(
            reports.flatMap(\.participants).filter { $0.kind == .person && !party.isCalled($0.name) }
                .map { NameFolding.fold($0.name) })
        let surnames = Set(others.compactMap { $0.split(separator: " ").last.map(String.init) })
        var found: [Phrase: Uses] = [:]
        let speakers = Self.speakers(in: reports)
        var seenPronouns: Set<String> = []
        for report in reports {
            let named = report.participants.filter { party.isCalled($0.name) } + Self.classes(of: party, in: report)
            for span in named.filter({ $0.decidedBy == nil }).map(\.span) + Self.judgements(of: party, in: report) {
                guard let words = try text(report.documentHash, span) else { continue }
                let folded = NameFolding.fold(words)
                if Self.isPronoun(folded) {
                    seenPronouns.insert("\(report.documentHash) \(span.start)")
                } else if party.isCalled(words) || !others.contains(folded) && !surnames.contains(folded) {
                    let phrase = Phrase(
                        document: report.document, hash: report.documentHash, folded: folded,
                        sources: speakers(report, span))
                    found[phrase, default: Uses()].words[span] = words
                    found[phrase]?.modality.insert(report.modality)
                }
            }
        }
        pronouns = seenPronouns.count
        items = found.map { phrase, uses in
            let sorted = uses.words.keys.sorted()
            return Item(
                document: phrase.document, source: shelf.source(hash: phrase.hash, name: phrase.document).label,
                voice: phrase.sources.isEmpty
                    ? "the document itself" : SafeText.oneLine(phrase.sources.joined(separator: ", citing ")),
                sources: phrase.sources,
                modality: Modality.allCases.filter(uses.modality.contains).map(\.rawValue),
                phrase: sorted.first.flatMap { uses.words[$0] } ?? phrase.folded, count: sorted.count, places: sorted)
        }.sorted {
            ($0.document, $0.sources.isEmpty ? 0 : 1, -$0.count, $0.phrase, $0.voice)
                < ($1.document, $1.sources.isEmpty ? 0 : 1, -$1.count, $1.phrase, $1.voice)
        }
    }

    /// The words for what the party is told to be: "militant group" of "the militant group Front".
    private static func classes(of party: Party, in report: Report) -> [Participant] {
        guard case .state(let state) = report.content, ViewWords.standard.classConcepts.contains(state.concept),
            report.modality != .negated, report.modality != .denied,
            state.subject.contains(where: { party.isCalled($0.name) })
        else { return [] }
        return state.object
    }

    /// The words of judgement that are said of the party: "cult-like". What it did is told by the record's entries.
    private static func judgements(of party: Party, in report: Report) -> [CodePointSpan] {
        let participants = report.participants
        let called = Set(participants.indices.filter { party.isCalled(participants[$0].name) })
        return report.wording.filter { wording in
            WordingReader.judgements.contains(wording.list) && !called.isDisjoint(with: wording.of)
        }.map(\.span)
    }

    /// Whose words a place of a report is: the sources of what is said around it, else those of the report if the place lies
    /// in its clause, else the document's own.
    private static func speakers(in reports: [Report]) -> (Report, CodePointSpan) -> [String] {
        var said: [String: [(content: CodePointSpan, sources: [String])]] = [:]
        for report in reports {
            guard case .statement(let statement) = report.content else { continue }
            said[report.documentHash, default: []].append(
                (statement.contentSpan, report.attribution.map(\.source) + [Wording.speaker(statement)]))
        }
        return { report, place in
            let holding = (said[report.documentHash] ?? []).filter { $0.content.contains(place) }
            if let closest = holding.min(by: { $0.content.count < $1.content.count }) { return closest.sources }
            // The speaker of a statement is named by the document.
            guard report.kind != .statement, report.span.contains(place) else { return [] }
            return report.attribution.map { $0.source.isEmpty ? "a source it does not name" : $0.source }
        }
    }

    /// Words that stand for a party, perhaps with another, and name nothing.
    private static func isPronoun(_ folded: String) -> Bool {
        let words = folded.split(separator: " ").map(String.init)
        // "Both states" stands for two parties and is no name of one.
        if let first = words.first, ViewWords.standard.several.contains(first) { return true }
        return words.allSatisfy { ViewWords.standard.pronouns.contains($0) }
    }

    /// The page: a table a document.
    package func page() -> Page {
        var seen: Set<String> = []
        let documents = items.map(\.source).filter { seen.insert($0).inserted }
        let sections = documents.map { document in
            let rows = items.filter { $0.source == document }.map { item in
                [String(item.count), SafeText.oneLine(item.phrase), item.voice, Self.places(item.places)]
            }
            return Page.Section(
                SafeText.oneLine(document),
                [
                    .table(
                        Page.Table(
                            columns: ["Times", "Words", "Whose words", "At characters"], rows: rows, rightAligned: [0]))
                ])
        }
        var summary =
            items.isEmpty
            ? "Nobody of that name takes part in the record."
            : "\(Wording.count(Set(items.map { NameFolding.fold($0.phrase) }).count, "phrase", "phrases")) in "
                + Wording.count(documents.count, "document", "documents")
        if !items.isEmpty, pronouns > 0 {
            summary += "; \(Wording.count(pronouns, "pronoun", "pronouns")) not listed"
        }
        return Page(title: "What accounts call \(name)", sections: sections, summary: summary)
    }

    private static func places(_ places: [CodePointSpan]) -> String {
        let shown = places.prefix(8).map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
        return places.count > 8 ? "\(shown) and \(places.count - 8) more" : shown
    }
}
