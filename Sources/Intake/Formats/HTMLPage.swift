import CMarkup
import ChanceryCore

/// Reads a page into clean text and units, from the parser's events.
///
/// White space is what HTML makes of it: runs of blanks are one, block elements end a line, `<br>` breaks one, `<pre>`
/// keeps its lines. Blocks are parted by an empty line.
///
/// - Note: libxml2 gives the lines of elements but no byte offsets, so there is no map from the clean text back to the
///   page's bytes yet; the page's bytes are kept beside the text.
final class HTMLPage {
    private(set) var text: [UInt8] = []
    private(set) var units: [Unit] = []
    /// What the page's head says of the text.
    var metadata = DocumentMetadata()
    /// A date from the page's own markup of times, taken where the head gives none.
    var firstTime: String?

    private let elements: PageElements
    private let isLenient: Bool
    private var open: [Element] = []
    private var skipDepth = 0
    /// Where the line that is being filled starts; nil where none is.
    private var lineStart: Int?
    /// Whether every letter of the line so far stands in an element of emphasis.
    private var isLineEmphasised = false
    /// Whether every letter of the line so far names who said a block quote.
    private var isLineAttribution = false
    private var isBlankPending = false
    private var pageTitle: [UInt8] = []
    private var noteMarks: [ByteSpan] = []

    private struct Element {
        var name: String
        var kind: Block.Kind?
        var level = 0
        var isFurniture = false
        /// Whether nothing in it is read.
        var isSkipped = false
        var isPreformatted = false
        var visibility = HTMLVisibility()
        /// Whether a block quote was opened in it.
        var holdsQuote = false
        /// Whether it names who said what a block quote holds.
        var isAttribution = false
        /// Where its text starts, for elements inside a line.
        var start = 0
    }

    /// Makes a page with nothing on it.
    ///
    /// - Parameter isLenient: whether only what is hidden for certain is left out; see ``HTMLVisibility``.
    init(elements: PageElements, isLenient: Bool = false) {
        self.elements = elements
        self.isLenient = isLenient
    }

    /// The page's title element, its blanks made single.
    var titleElement: String? {
        let words = String(decoding: pageTitle, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    func start(_ name: String, _ attributes: [String: String]) {
        if name == "meta" { HTMLMetadata.read(attributes, into: &metadata) }
        if name == "html", let tag = attributes["lang"], !tag.isEmpty { metadata.language = HTMLMetadata.language(tag) }
        if name == "link", attributes["rel"] == "canonical", metadata.url == nil { metadata.url = attributes["href"] }
        if name == "time", firstTime == nil { firstTime = attributes["datetime"].flatMap(HTMLMetadata.day) }
        var element = Element(name: name)
        let parent = open.last
        let isBlock = elements.isBlock(name)
        element.visibility = HTMLVisibility(
            attributes, in: parent?.visibility ?? HTMLVisibility(), isBlock: isBlock,
            isFrame: Self.frames.contains(name), isLenient: isLenient)
        element.isSkipped = elements.isSkipped(name) || name == "head" || element.visibility.isGone
        element.isAttribution =
            (parent?.isAttribution ?? false)
            || (name == "footer" || name == "cite" || name == "figcaption")
                && open.contains { $0.kind == .blockQuote || $0.name == "figure" && $0.holdsQuote }
        element.isFurniture =
            (parent?.isFurniture ?? false) || (elements.isFurniture(name, attributes) && !element.isAttribution)
        element.isPreformatted = (parent?.isPreformatted ?? false) || name == "pre"
        (element.kind, element.level) = kind(of: name, attributes)
        if name == "blockquote", let figure = open.lastIndex(where: { $0.name == "figure" }) {
            open[figure].holdsQuote = true
        }
        if isBlock || (name == "cite" && element.isAttribution && endsSentence) { endLine() }
        if name == "br" { breakLine(element) }
        if name == "hr", !element.visibility.hidesText { rule() }
        element.start = text.count
        open.append(element)
        if element.isSkipped { skipDepth += 1 }
    }

    func end(_ name: String) {
        guard let element = open.last, element.name == name else { return }
        if elements.isBlock(name) { endLine() }
        if name == "sup", text.count > element.start, lineStart != nil, isNumber(text[element.start...]) {
            noteMarks.append(ByteSpan(element.start, text.count))
        }
        open.removeLast()
        if element.isSkipped { skipDepth -= 1 }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if open.last?.name == "title", open.contains(where: { $0.name == "head" }) { pageTitle += bytes }
        guard skipDepth == 0, let element = open.last, !element.visibility.hidesText else { return }
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            let hint = Self.lineBreakHint(bytes, offset)
            switch byte {
            case _ where hint > 0: offset += hint - 1
            case 0x0A where element.isPreformatted: breakLine(element)
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: isBlankPending = lineStart != nil
            // Other controls have no place in a page and are not shown.
            case 0..<0x20, 0x7F: break
            default: append(byte)
            }
            offset += 1
        }
    }

    /// The width of a character that says no more than where a line may be broken or not: soft hyphen, zero-width space,
    /// word joiner, zero-width no-break space. As `<wbr>`, they are how a page is set and none of its words; 0 for any other.
    private static func lineBreakHint(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        switch bytes[offset] {
        case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0xAD ? 2 : 0
        case 0xE2, 0xEF:
            guard offset + 2 < bytes.count else { return 0 }
            switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
            case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
            default: return 0
            }
        default: return 0
        }
    }

    /// Ends the last line.
    func finish() { endLine() }

    private func append(_ byte: UInt8) {
        if lineStart == nil {
            if !text.isEmpty { text += text.last == 0x0A ? [0x0A] : [0x0A, 0x0A] }
            lineStart = text.count
            isLineEmphasised = true
            isLineAttribution = true
        } else if isBlankPending {
            text.append(0x20)
        }
        isBlankPending = false
        if isLineEmphasised, !open.contains(where: { Self.emphasis.contains($0.name) }) { isLineEmphasised = false }
        if isLineAttribution, open.last?.isAttribution != true { isLineAttribution = false }
        text.append(byte)
    }

    /// A line break inside a block: two in a row part paragraphs, as pages without `<p>` do.
    private func breakLine(_ element: Element) {
        guard lineStart != nil, skipDepth == 0 else { return }
        isBlankPending = false
        if text.last == 0x0A { endLine() } else { text.append(0x0A) }
    }

    private static let emphasis: Set<String> = ["b", "strong", "i", "em"]
    private static let frames: Set<String> = ["html", "body", "main", "article"]

    /// Whether the line so far ends as a sentence does.
    private var endsSentence: Bool {
        guard let start = lineStart else { return false }
        let line = SourceText(String(decoding: text[start...], as: UTF8.self))
        return line.endsSentence(ByteSpan(0, line.bytes.count), colonCounts: false)
    }

    private func rule() {
        guard skipDepth == 0, !units.isEmpty else { return }
        for byte in "* * *".utf8 { append(byte) }
        endLine(isRule: true)
    }

    private func endLine(isRule: Bool = false) {
        guard let start = lineStart else { return }
        lineStart = nil
        isBlankPending = false
        while text.last == 0x0A { text.removeLast() }
        let span = ByteSpan(start, text.count)
        let marked = open.last { $0.kind != nil }
        var unit = Unit(span)
        unit.afterBlank = true
        unit.isEmphasised = isLineEmphasised
        unit.isAttribution = isLineAttribution
        unit.noteMarks = noteMarks.filter { span.contains($0) }
        noteMarks = []
        if isRule {
            unit.kind = .furniture
            unit.isSeparator = true
            unit.isMarked = true
        } else if open.contains(where: \.isFurniture) {
            unit.kind = .furniture
            unit.isMarked = true
        } else if let kind = marked?.kind {
            unit.kind = kind
            unit.level = marked?.level ?? 0
            unit.isMarked = true
        }
        units.append(unit)
    }

    private func kind(of name: String, _ attributes: [String: String]) -> (Block.Kind?, Int) {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": (.heading, Int(String(name.dropFirst())) ?? 0)
        case "li", "dd", "dt": (.listItem, 0)
        case "blockquote": (.blockQuote, 0)
        case "figcaption", "caption": (.caption, 0)
        case "table" where isTableOfFacts(attributes): (.infobox, 0)
        default: (nil, 0)
        }
    }

    /// An encyclopedia's infobox or table; other tables may lay out a whole page, so their cells are text.
    private func isTableOfFacts(_ attributes: [String: String]) -> Bool {
        (attributes["class"] ?? "").lowercased().split(separator: " ").contains { name in
            name == "infobox" || name == "wikitable" || name == "vcard" || name == "navbox"
        }
    }

    private func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.filter { ![0x5B, 0x5D, 0x28, 0x29, 0x20].contains($0) }
        return (1...3).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension DocumentBuilder {
    /// The document of an HTML page; its text is the page's clean text.
    func page(named name: String, html: String, place: String, given: DocumentMetadata) throws(IntakeError) -> Document
    {
        var page = try self.page(html, place: place, isLenient: false)
        // All of it seems hidden: then a script shows it.
        if page.text.isEmpty { page = try self.page(html, place: place, isLenient: true) }
        let text = String(decoding: page.text, as: UTF8.self)
        guard !page.text.isEmpty else { throw IntakeError.empty(place) }
        var markup = page.metadata
        if markup.publishedOn == nil { markup.publishedOn = page.firstTime }
        if markup.title == nil, !page.units.contains(where: { $0.kind == .heading && $0.level == 1 }) {
            markup.title = page.titleElement
        }
        return assemble(
            name: name, text: text, source: SourceText(text), units: page.units, format: .html, given: given,
            markup: markup)
    }

    private func page(_ html: String, place: String, isLenient: Bool) throws(IntakeError) -> HTMLPage {
        let page = HTMLPage(elements: try PageElements(), isLenient: isLenient)
        switch HTMLParser.parse(html, into: page) {
        case .read: return page
        case .tooDeep: throw IntakeError.tooDeep(place)
        case .gaveUp: throw IntakeError.malformedMarkup(place)
        }
    }
}
