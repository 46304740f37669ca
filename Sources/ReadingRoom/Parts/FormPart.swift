import ChanceryCore
import Record

/// The form above a list, as the template `filters` has it.
struct FormPart: Sendable {
    /// One field.
    struct Field: Sendable {
        var name: String
        var label: String
        var value = ""
        var placeholder = ""
        /// Whether names of the record are offered while somebody types.
        var complete = false
        var options: [Option] = []
        var isSelect = false
    }

    /// One choice of a field.
    struct Option: Sendable {
        var value: String
        var label: String
        var selected: Bool
    }

    var action: String
    var fields: [Field]

    /// A field with choices.
    static func choice(
        _ name: String, _ label: String, of options: [(value: String, label: String)], chosen: String
    ) -> Field {
        Field(
            name: name, label: label,
            options: options.map { Option(value: $0.value, label: $0.label, selected: $0.value == chosen) },
            isSelect: true)
    }
}

/// Which part of a long list a page shows, as the template `pages` has it.
struct PagesPart: Sendable {
    var previous: String
    var next: String
    var label: String

    /// How many things stand on one page.
    static let length = 100

    /// The range that a request asks for, and the links beside it; nil links where all fits one page.
    static func of(_ count: Int, for request: Request) -> (range: Range<Int>, part: PagesPart?) {
        guard count > length else { return (0..<count, nil) }
        let last = (count - 1) / length
        let number = min(max((Int(request.query["page"]) ?? 1) - 1, 0), last)
        let range = (number * length)..<min((number + 1) * length, count)
        func link(_ page: Int) -> String {
            (0...last).contains(page)
                ? Link.to(request.path, request.query.without(["done"]).setting("page", String(page + 1))) : ""
        }
        let label =
            "\(Wording.number(Double(range.lowerBound + 1)))–\(Wording.number(Double(range.upperBound))) "
            + "of \(Wording.number(Double(count)))"
        return (range, PagesPart(previous: link(number - 1), next: link(number + 1), label: label))
    }
}
