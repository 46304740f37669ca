public import ChanceryCore

/// Turns a decoded text into a ``Document``: finds its structure, its metadata and the marks of its origin.
///
/// A pure function over values: the same text gives the same document, whatever was read before. Safe to share between
/// threads.
///
/// ```swift
/// let builder = try DocumentBuilder()
/// let document = builder.document(named: "visit.txt", text: text)
/// ```
public struct DocumentBuilder: Sendable {
    let lexicon: Lexicon

    /// Loads the word lists.
    ///
    /// - Throws: ``IntakeError`` with code `resource` if a file of the program is missing or broken.
    public init() throws(IntakeError) { lexicon = try Lexicon.load() }

    /// The document of a text.
    ///
    /// - Parameters:
    ///   - name: the given name: the file's, or the stream's id.
    ///   - text: the decoded file without its byte order mark.
    ///   - format: how the text is marked up. HTML is read by ``DocumentReader``; here it is taken as plain text.
    ///   - given: metadata that is known from outside; it stands above what the text says of itself.
    public func document(
        named name: String, text: String, format: DocumentFormat = .plainText,
        given: DocumentMetadata = DocumentMetadata()
    ) -> Document {
        let source = SourceText(text)
        return assemble(
            name: name, text: text, source: source, units: Segmenter.units(of: source, format: format), format: format,
            given: given)
    }

    func assemble(
        name: String, text: String, source: SourceText, units: [Unit], format: DocumentFormat, given: DocumentMetadata,
        markup: DocumentMetadata = DocumentMetadata()
    ) -> Document {
        var structurer = Structurer(
            text: source, units: units, lexicon: lexicon, givenTitle: given.title ?? markup.title, format: format)
        structurer.run()
        // What a page declares of its language is often the site's default: the words know better.
        var markup = markup
        if let told = structurer.metadata.language, told != "und" { markup.language = told }
        var document = Document(
            name: name, text: text, metadata: given.filled(from: markup).filled(from: structurer.metadata),
            blocks: structurer.units.map(\.block), originMarks: structurer.originMarks)
        document.declaredStances = DeclaredStances(text: source, rules: lexicon.stances, months: lexicon.months)
            .spans(in: structurer.units)
        let coded = zip(document.blocks, DocumentReading(document).texts).filter { $0.0.isCoded }
        document.sketch = Sketch.of(coded.map(\.1))
        document.passages = coded.compactMap { block, words in
            let sketch = Sketch.ofPassage(words)
            return sketch.isEmpty ? nil : SketchedPassage(span: block.body, sketch: sketch)
        }
        return document
    }
}
