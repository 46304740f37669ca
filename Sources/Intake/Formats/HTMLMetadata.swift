import ChanceryCore

/// What the head of a page says of its text.
enum HTMLMetadata {
    /// Takes over what one `<meta>` element says; the first that names a thing is kept.
    static func read(_ attributes: [String: String], into metadata: inout DocumentMetadata) {
        let key = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").lowercased()
        let value = (attributes["content"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !value.isEmpty else { return }
        switch key {
        case "og:title", "dc.title", "citation_title": metadata.title = metadata.title ?? value
        case "author", "article:author", "dc.creator", "citation_author", "parsely-author":
            // An address of a profile is no name.
            guard !value.contains("://"), !metadata.authors.contains(value) else { return }
            metadata.authors.append(value)
        case "og:site_name", "dc.publisher", "citation_journal_title", "publisher":
            metadata.publisher = metadata.publisher ?? value
        case "article:published_time", "dc.date", "citation_publication_date", "date", "datepublished", "pubdate",
            "dc.date.issued", "parsely-pub-date":
            metadata.publishedOn = metadata.publishedOn ?? day(value)
        case "og:url": metadata.url = metadata.url ?? value
        default: return
        }
    }

    /// The day of an ISO 8601 date or date and time, `2024-03-09T10:30:00+01:00` or `2024/03/09`; nil for any other form.
    static func day(_ value: String) -> String? {
        let day = String(value.prefix(10)).replacing("/", with: "-")
        return EDTFDate.isDay(day) ? day : nil
    }

    /// A language tag without its region: `en` of `en-GB` or `en_GB`.
    static func language(_ tag: String) -> String? {
        let language = tag.prefix { $0.isLetter }.lowercased()
        return (2...3).contains(language.count) ? language : nil
    }
}
