package import ChanceryCore
package import DossierStore

/// What views know of the documents beside the reports: how a reader calls each of them, where it is found, and what stands
/// around the words of a report.
package struct Shelf: Sendable {
    /// One document as a reader meets it.
    package struct Source: Hashable, Sendable {
        /// Title, publisher and date; the file's name where nothing else is known.
        package var label: String
        /// Its given name, by which commands find it.
        package var name: String
        /// The date of publication, EDTF, or empty.
        package var publishedOn: String
        /// Where it was found, or empty.
        package var url: String
        /// Where an archived copy lies, or empty.
        package var archiveURL: String
        /// The title, or empty.
        package var title = ""
        /// The authors.
        package var authors: [String] = []
        /// Who published it, or empty.
        package var publisher = ""
        /// When it was taken from where it was found, EDTF, or empty.
        package var retrievedOn = ""
    }

    /// A footnote on the sentence of a report.
    package struct Footnote: Hashable, Sendable, Encodable {
        /// Its mark in the text: `4`.
        package var mark: String
        /// Its words.
        package var words: String
    }

    private var sources: [String: Source] = [:]
    private var hashes: [String: String] = [:]
    fileprivate var quoted: [String: Quoted] = [:]
    fileprivate var lines: Kept<EntryLine>?

    /// What stands around the words of a report.
    struct Quoted: Sendable {
        var quotation: Quotation
        var paragraph: StoredLayout.Paragraph?
        /// The question that a statement answers, or empty.
        var question = ""
        var footnotes: [Footnote] = []

        init(_ report: Report, in reading: StoredLayout) {
            quotation = Quotation(report, in: reading)
            paragraph = reading.paragraph(at: quotation.span.start)
            if case .statement(let statement) = report.content,
                let asked = reading.question(answeredAt: statement.contentSpan.start)
            {
                question = SafeText.oneLine(reading.cleanWords(asked))
            }
            footnotes = reading.footnotes(around: report.trigger).map { Footnote(mark: $0.label, words: $0.words) }
        }
    }

    /// A shelf without documents: every document goes by its name, every report is quoted as it is.
    package init() {}

    /// Makes the shelf of a dossier's documents.
    package init(_ records: [SourceRecord]) {
        var labels = Dictionary(
            uniqueKeysWithValues: Dictionary(records.map { ($0.hash, $0) }) { a, _ in a }.map {
                ($0.key, Self.label($0.value))
            })
        // Where several would be called the same, the file's name tells them apart, and at last the text itself.
        for tail in [{ (record: SourceRecord) in record.name }, { String($0.hash.prefix(8)) }] {
            let same = Dictionary(grouping: records, by: { labels[$0.hash] ?? "" }).values.filter { $0.count > 1 }
            for record in same.joined() { labels[record.hash] = "\(labels[record.hash] ?? "") (\(tail(record)))" }
        }
        for record in records {
            sources[record.hash] = Source(
                label: SafeText.oneLine(labels[record.hash] ?? record.name), name: record.name,
                publishedOn: record.publishedOn, url: record.url, archiveURL: record.archiveURL,
                title: record.title, authors: record.authors, publisher: record.publisher,
                retrievedOn: record.retrievedOn)
            hashes[record.name] = record.hash
        }
    }

    /// `“Osk and its neighbours”, The Gazette, 2 Feb 2026`; the file's name where neither title nor publisher is known.
    private static func label(_ record: SourceRecord) -> String {
        let title = record.title.isEmpty ? "" : "“\(record.title)”"
        // Without a publisher the author says whose it is.
        let maker =
            record.publisher.isEmpty
            ? (record.authors.isEmpty ? "" : "by " + record.authors.joined(separator: " and ")) : record.publisher
        let known = [title, maker].filter { !$0.isEmpty }
        return ((known.isEmpty ? [record.name] : known) + [DateWords.of(record.publishedOn)])
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Takes from a document's text what views quote for reports that are coded from it.
    package mutating func read(_ items: some Sequence<ReportItem>, in reading: StoredLayout) {
        for item in items { quoted[item.id] = Quoted(item.report, in: reading) }
    }

    /// The document of a hash; by its name where the shelf has none.
    package func source(hash: String, name: String) -> Source {
        sources[hash] ?? Source(label: SafeText.oneLine(name), name: name, publishedOn: "", url: "", archiveURL: "")
    }

    /// The document that tells a report.
    package func source(_ report: Report) -> Source { source(hash: report.documentHash, name: report.document) }

    /// The document of a name.
    package func source(named name: String) -> Source { source(hash: hashes[name] ?? "", name: name) }

    /// What a reader calls the document of a name.
    package func label(named name: String) -> String { source(named: name).label }

    /// The words to quote for a report.
    package func quotation(_ item: ReportItem) -> Quotation { quoted[item.id]?.quotation ?? Quotation(item) }

    /// The part of its document that the words to quote for a report stand in; nil where the text was not read.
    package func paragraph(_ item: ReportItem) -> StoredLayout.Paragraph? { quoted[item.id]?.paragraph }

    /// The question that a statement answers, or empty.
    package func question(_ item: ReportItem) -> String { quoted[item.id]?.question ?? "" }

    /// The footnotes on the sentence of a report.
    package func footnotes(_ item: ReportItem) -> [Footnote] { quoted[item.id]?.footnotes ?? [] }
}

extension Shelf {
    /// The line of an entry, or nil where it has no report.
    package func line(_ item: EntryItem) -> EntryLine? {
        if let known = lines?[item.id] { return known }
        guard let line = EntryLine(item, self) else { return nil }
        lines?.keep([(item.id, line)])
        return line
    }
}

extension RecordReader {
    /// The documents, without what stands in their texts.
    package func shelf() throws -> Shelf { try held.value("shelf") { Shelf(try dossier.sources()) } }

    /// The documents, with what views need of the texts of the given reports, one text at a time.
    package func shelf(of items: some Sequence<ReportItem>) throws -> Shelf {
        var shelf = try shelf()
        let (layouts, known) = (layouts, held.value("quoted") { Kept<Shelf.Quoted>(most: 100_000) })
        var missing: [String: [ReportItem]] = [:]
        for item in items {
            if let quoted = known[item.id] {
                shelf.quoted[item.id] = quoted
            } else {
                missing[item.report.documentHash, default: []].append(item)
            }
        }
        for (hash, told) in missing {
            guard let layout = try layouts.layout(ofHash: hash, in: dossier) else { continue }
            shelf.read(told, in: layout)
        }
        known.keep(missing.values.joined().lazy.compactMap { item in shelf.quoted[item.id].map { (item.id, $0) } })
        shelf.lines = held.value("lines") { Kept<EntryLine>(most: 30_000) }
        return shelf
    }

    /// The same for entries.
    package func shelf(of entries: [EntryItem]) throws -> Shelf { try shelf(of: entries.lazy.flatMap(\.reports)) }

    /// The texts of the documents.
    package var layouts: Layouts { held.value("layouts") { Layouts() } }
}
