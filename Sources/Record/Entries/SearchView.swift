package import ChanceryCore
package import DossierStore

/// What a search found, in documents and in items: what `search` shows.
package struct SearchView: Hashable, Sendable {
    /// One place that was found.
    package struct Hit: Hashable, Sendable, Encodable {
        /// `document` or the kind of the report.
        package var kind: String
        /// The report's id; empty for a document.
        package var id: String
        /// The document's given name.
        package var document: String
        /// What a report tells, in words; a document's title.
        package var what: String
        /// When it happened, EDTF, or empty.
        package var date: String
        /// What reports of the record tell, as they tell it; absent for a document.
        package var telling: Telling?
        /// What is said before it unless it is told as fact; empty for a document.
        package var caveat: String
        /// A word of classification for people.
        package var tag: String
        /// The document as a reader meets it.
        package var source: Shelf.Source
        /// Words of the document, verbatim: what a report tells, of a document those around most of what was found.
        package var snippet: String
        /// The first code point of the snippet.
        package var start: Int
        /// The code point after its last.
        package var end: Int
        /// The words around all that was found, on one line, with ellipses where they are cut.
        package var excerpt: String
        /// The words found, in code points of the document.
        package var matches: [CodePointSpan]
        /// The words found, as the text has them.
        package var found: FoundWords
        /// What was asked for and stands in no word of the text: in a title, or in a name that the record gives.
        package var byName: [String]

        private enum CodingKeys: String, CodingKey {
            case kind, id, document, source, url, what, caveat, date, modality, sources, voice, parties, snippet, start,
                end, confidence, doubtful
            case excerpt, matches, byName = "by_name"
        }

        package func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(kind, forKey: .kind)
            try values.encode(id, forKey: .id)
            try values.encode(document, forKey: .document)
            try values.encode(source.label, forKey: .source)
            if !source.url.isEmpty { try values.encode(source.url, forKey: .url) }
            try values.encode(what, forKey: .what)
            try values.encode(date, forKey: .date)
            if let telling {
                try values.encode(caveat, forKey: .caveat)
                try values.encode(telling.modality, forKey: .modality)
                try values.encodeIfPresent(telling.confidence, forKey: .confidence)
                try values.encodeIfPresent(telling.doubtful, forKey: .doubtful)
                try values.encode(telling.sources, forKey: .sources)
                try values.encode(telling.voice, forKey: .voice)
                try values.encode(telling.parties, forKey: .parties)
            }
            try values.encode(snippet, forKey: .snippet)
            try values.encode(start, forKey: .start)
            try values.encode(end, forKey: .end)
            try values.encode(excerpt, forKey: .excerpt)
            try values.encode(matches, forKey: .matches)
            try values.encode(byName, forKey: .byName)
        }
    }

    /// The words that were looked for.
    package var words: String
    /// What was found, reports before documents, the best first.
    package var hits: [Hit]

    /// Makes the view of a search.
    ///
    /// - Parameter reports: those found, by id, as the record has them.
    package init(words: String, _ result: SearchResult, reports: [String: ReportItem], _ shelf: Shelf = Shelf()) {
        self.words = words
        let phrases = SearchPattern.phrases(words)
        hits = (result.reports + result.documents).compactMap { found in
            let part = found.excerpt.parts[found.excerpt.main]
            let foundWords = FoundWords(found.excerpt)
            var hit = Hit(
                kind: "document", id: "", document: found.document, what: found.title, date: "", caveat: "", tag: "",
                source: shelf.source(hash: found.documentHash, name: found.document), snippet: part.text,
                start: part.span.start, end: part.span.end, excerpt: found.excerpt.line, matches: found.matches,
                found: foundWords, byName: foundWords.missing(of: phrases))
            guard case .report(let id) = found.source else { return hit }
            // What is told is never shown without whose word it is.
            guard let item = reports[id] else { return nil }
            let report = item.report
            let telling = Telling(item, shelf)
            hit.id = id
            hit.kind = report.kind.rawValue
            hit.what = Wording.headline(report)
            hit.date = report.date?.basis == .published ? "" : report.date?.edtf ?? ""
            hit.telling = telling
            hit.caveat = ModalityWords.caveat(ModalityWords.caveat(report), isDoubtful: item.isDoubtful)
            hit.tag = [Wording.tag(report), ModalityWords.remark([report], headline: report)]
                .filter { !$0.isEmpty }.joined(separator: ", ")
            // Of a statement what is said: no word of the document beside it.
            hit.snippet = telling.words
            (hit.start, hit.end) = (telling.start, telling.end)
            hit.matches = Self.near(found.matches, item)
            hit.found = FoundWords(hit.matches, in: item.words, at: report.span.start)
            hit.byName = hit.found.missing(of: phrases)
            guard hit.matches.count < found.matches.count else { return hit }
            hit.excerpt = Excerpt(of: item.words, matches: hit.matches, at: report.span.start).line
            let names = FoundWords(report.participants.map(\.name) + report.attribution.map(\.source))
            return names.missingWords(of: hit.byName).isEmpty ? hit : nil
        }
    }

    /// The matches that are of what is told: a statement's clause reaches from its cue over all that is said on it, also over
    /// the answers and questions between, so that only what stands in what is said or beside it in its paragraph is of it.
    private static func near(_ matches: [CodePointSpan], _ item: ReportItem) -> [CodePointSpan] {
        guard case .statement(let statement) = item.report.content else { return matches }
        let said = statement.contentSpan
        let (scalars, start) = (Array(item.words.unicodeScalars), item.report.span.start)
        func isOneLine(_ first: Int, _ last: Int) -> Bool {
            let range = max(first - start, 0)..<max(min(last - start, scalars.count), max(first - start, 0))
            return range.upperBound <= scalars.count && !scalars[range].contains("\n")
        }
        return matches.filter { match in
            match.start >= said.start - Excerpt.length && match.end <= said.end + Excerpt.length
                && (match.start >= said.start || isOneLine(match.end, said.start))
                && (match.end <= said.end || isOneLine(said.end, match.start))
        }
    }

    /// The page: what the record tells, then the documents.
    package func page() -> Page {
        let parts = [
            ("In the record", hits.filter { $0.kind != "document" }),
            ("In the documents", hits.filter { $0.kind == "document" }),
        ]
        let sections = parts.filter { !$0.1.isEmpty }.map { Page.Section($0.0, items($0.1).map { .item($0) }) }
        let doubtful = ConfidenceWords.count(hits.count { $0.telling?.doubtful == true }, of: hits.count)
        let summary =
            hits.isEmpty ? "Nothing here matches." : Wording.count(hits.count, "place", "places") + doubtful
        var page = Page(title: "Search: \(SafeText.oneLine(words))", sections: sections, summary: summary)
        // Every hit shows the words it was found by.
        page.quotesOnce = false
        page.hint = ConfidenceWords.hint(hits.count { $0.telling?.doubtful == true })
        return page
    }

    /// An item a quotation: what the same words tell on the same word stands below one another.
    private func items(_ hits: [Hit]) -> [Page.Item] {
        var items: [Page.Item] = []
        for hit in hits {
            let item = item(hit)
            let same = items.firstIndex {
                $0.margin == item.margin && !hit.id.isEmpty
                    && $0.notes.map { [$0.quote, $0.voice, $0.source] }
                        == item.notes.map { [$0.quote, $0.voice, $0.source] }
            }
            guard let same else {
                items.append(item)
                continue
            }
            items[same].further.append(
                Page.Item.Heading(caveat: item.caveat, headline: item.headline, tag: item.tag, ids: item.ids))
        }
        return items
    }

    private func item(_ hit: Hit) -> Page.Item {
        let named = hit.byName.map { SafeText.oneLine($0) }.joined(separator: ", ")
        let place = hit.kind == "document" ? "the title" : "the name of a party or source"
        let notes = hit.notes
        return Page.Item(
            margin: DateWords.of(hit.date), caveat: hit.caveat,
            headline: SafeText.oneLine(hit.what.isEmpty ? hit.source.label : hit.what), tag: hit.tag, notes: notes,
            shownNotes: notes.count, remarks: named.isEmpty ? [] : ["found in \(place): \(named)"], ids: [hit.id])
    }
}

extension SearchView.Hit {
    /// The longest quotation that is shown whole, in code points.
    private static let longest = 400

    /// The quotations that show what was found: where what is told has not all the words, its clause as the document has
    /// it stands below it.
    package var notes: [Page.Note] {
        let place = Page.CodePointPlace(document: document, start: start, end: end)
        let inDocument = Page.Note(quote: excerpt, voice: "in", source: source, place: place, marks: found.words)
        guard let telling else { return [inDocument] }
        var note = telling.note
        note.marks = found.words
        if note.quote.unicodeScalars.count > Self.longest {
            note.quote = Excerpt(of: note.quote, matches: found.places(in: note.quote)).line
        }
        guard !found.allStand(in: note.quote) else { return [note] }
        var clause = inDocument
        clause.voice = "beside it, in"
        return [note, clause]
    }
}
