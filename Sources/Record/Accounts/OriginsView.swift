package import ChanceryCore
import DossierStore
package import Reconciling

/// Which documents come from one place and how that is known, and what is established about each: what `origins` shows.
package struct OriginsView: Hashable, Sendable {
    /// Why two documents are linked.
    package struct Link: Hashable, Sendable, Encodable {
        /// What shows it.
        package var kind: OriginLink.Kind
        /// The document that is linked, and the one it is linked to.
        package var document: String
        package var other: String
        /// What a reader calls the two.
        package var source: String
        package var otherSource: String
        /// The estimated share of runs of words in common, in percent.
        package var share: Int
        /// The words of the document that show it: a mark of origin or a passage; empty where all of it does.
        package var words: String
        /// Where they stand.
        package var start: Int?
        package var end: Int?

        private enum CodingKeys: String, CodingKey {
            case kind, document, other, source, otherSource = "other_source", share, words, start, end
        }
    }

    /// Documents of one origin.
    package struct Item: Hashable, Sendable, Encodable {
        /// The origin's id.
        package var id: String
        /// The names of its documents.
        package var documents: [String]
        /// What a reader calls them.
        package var sources: [String]
        /// What links them.
        package var links: [Link]
        /// Paragraphs that stand in earlier documents of other origins.
        package var passages: [Link]
        /// What is known of each document.
        package var lineages: [Lineage]
    }

    /// What is known of one document.
    package struct Lineage: Hashable, Sendable, Encodable {
        /// The document's name.
        package var document: String
        /// What a reader calls it.
        package var source: String
        /// Whether its telling is its publisher's own.
        package var standing: DocumentLineage.Standing
        /// The same in words.
        package var why: String
        /// Who published it, or empty.
        package var publisher: String
        /// Who wrote it.
        package var authors: [String]
        /// The words by which the text tells where it comes from.
        package var marks: [String]
        /// How reliable people ruled the publisher to be, in words; empty where nobody did.
        package var reliability: [String]
    }

    /// The origins: those of several documents first, then by name.
    package var items: [Item]

    /// Makes the view.
    ///
    /// - Parameters:
    ///   - rulings: what people ruled on publishers.
    ///   - text: gives the text of a document by its hash.
    package init(
        _ origins: [Origin], lineages: [DocumentLineage], lines: [DocumentLine], rulings: Rulings = Rulings(),
        _ shelf: Shelf = Shelf(), text: (String) throws -> OffsetMap?
    ) rethrows {
        let lineageOf = Dictionary(lineages.map { ($0.docHash, $0) }, uniquingKeysWith: { first, _ in first })
        let lineOf = Dictionary(lines.map { ($0.docHash, $0) }, uniquingKeysWith: { first, _ in first })
        var texts: [String: OffsetMap] = [:]
        func words(_ hash: String, _ span: CodePointSpan?) throws -> String {
            guard let span else { return "" }
            if texts[hash] == nil { texts[hash] = try text(hash) }
            return texts[hash]?.text(span) ?? ""
        }
        func name(_ hash: String) -> String { lineOf[hash]?.doc ?? String(hash.prefix(12)) }
        func label(_ hash: String) -> String { shelf.source(hash: hash, name: name(hash)).label }
        func link(_ link: OriginLink) throws -> Link {
            Link(
                kind: link.kind, document: name(link.document), other: name(link.other),
                source: label(link.document), otherSource: label(link.other), share: link.share,
                words: try words(link.document, link.span), start: link.span?.start, end: link.span?.end)
        }
        items = try origins.map { origin in
            Item(
                id: origin.id, documents: origin.documents.map(name).sorted(),
                sources: origin.documents.map(label).sorted(), links: try origin.links.map(link),
                passages: try origin.passages.map(link),
                lineages: try origin.documents.map { hash in
                    let lineage = lineageOf[hash]
                    let standing = lineage?.standing ?? .unknown
                    return Lineage(
                        document: name(hash), source: label(hash), standing: standing,
                        why: OriginWords.standing(standing),
                        publisher: lineage?.publisher ?? "", authors: lineage?.authors ?? [],
                        marks: try (lineOf[hash]?.originMarks ?? []).filter { $0.kind != .byline }
                            .map { try words(hash, CodePointSpan($0.start, $0.end)) },
                        reliability: DecisionWords.reliability(of: [lineage?.publisher ?? ""], rulings))
                }.sorted { $0.document < $1.document })
        }.sorted { a, b in
            let several = (a.documents.count > 1, b.documents.count > 1)
            return several.0 == several.1 ? a.documents.lexicographicallyPrecedes(b.documents) : several.0
        }
    }

    /// The page: what comes from one place, shared passages, then each document.
    package func page() -> Page {
        let several = items.filter { $0.documents.count > 1 }
        let passages = items.flatMap(\.passages)
        var sections: [Page.Section] = []
        if !several.isEmpty { sections.append(Page.Section("From one place", several.map { .item($0.item) })) }
        if !passages.isEmpty {
            sections.append(Page.Section("Paragraphs in several documents", passages.map { .item($0.item) }))
        }
        let lineages = items.flatMap(\.lineages).sorted { $0.document < $1.document }
        if !lineages.isEmpty { sections.append(Page.Section("Each document", lineages.map { .item($0.item) })) }
        let established = lineages.count { $0.standing == .own }
        let summary =
            items.isEmpty
            ? "No document here."
            : "\(Wording.count(lineages.count, "document", "documents")) of "
                + "\(Wording.count(items.count, "origin", "origins")); "
                + "established as the publisher's own: \(Wording.count(established, "document", "documents"))"
        return Page(title: "Origins", sections: sections, summary: summary)
    }
}

extension OriginsView.Link {
    fileprivate var says: String {
        SafeText.oneLine("\(source) \(OriginWords.link(kind, share: share)) \(otherSource)")
    }

    fileprivate var note: Page.Note {
        let place = start.flatMap { start in
            end.map { Page.CodePointPlace(document: document, start: start, end: $0) }
        }
        return Page.Note(quote: words, voice: says, place: place)
    }

    fileprivate var item: Page.Item {
        Page.Item(
            margin: "", headline: says,
            notes: [Page.Note(quote: words, voice: "in \(SafeText.oneLine(source))", place: note.place)])
    }
}

extension OriginsView.Item {
    /// How many links a terminal shows: of ten thousand copies the first few tell enough.
    private static let shown = 8

    fileprivate var item: Page.Item {
        let named = sources.prefix(Self.shown).joined(separator: "; ")
        let more = documents.count - Self.shown
        return Page.Item(
            margin: "", headline: SafeText.oneLine(more > 0 ? "\(named) and \(more) more" : named),
            tag: "\(Wording.count(documents.count, "document", "documents")), 1 origin",
            notes: links.map(\.note), shownNotes: Self.shown, ids: [id])
    }
}

extension OriginsView.Lineage {
    fileprivate var item: Page.Item {
        var remarks: [String] = []
        if !publisher.isEmpty, !source.contains(publisher) { remarks.append("published by \(publisher)") }
        if !authors.isEmpty { remarks.append("by \(authors.joined(separator: ", "))") }
        remarks += reliability.map { "reliability of \($0)" }
        let known = standing == .own ? "established as its publisher's own" : "not established"
        return Page.Item(
            margin: "", headline: SafeText.oneLine(source), tag: "",
            notes: marks.map { Page.Note(quote: $0, voice: "in \(SafeText.oneLine(source))") },
            shownNotes: marks.count, remarks: ["\(known): \(why)"] + remarks.map { SafeText.oneLine($0) })
    }
}
