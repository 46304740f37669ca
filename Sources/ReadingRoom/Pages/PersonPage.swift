import ChanceryCore
import DossierStore
import Record

/// What one person said: by subject and date, interviews as question and answer, what is told at second hand.
struct PersonPage: Sheet {
    static let template = "person"

    /// An interview.
    struct Interview: Sendable {
        var document: String
        var href: String
        var turns: [Turn]
    }

    /// A question with its answer.
    struct Turn: Sendable {
        var question: String
        var answer: String
        var href: String
    }

    /// Who told it to whom, up to the document.
    struct Chain: Sendable {
        var links: [String]
        var quote: String
        var href: String
    }

    var shell = Shell()
    var name: String
    var facts: [SectionPart.Fact]
    var sections: [SectionPart]
    var hasInterviews: Bool
    var interviews: [Interview]
    var hasChains: Bool
    var chains: [Chain]
    var also: [String] = []
    var title: String { name }

    private static func view(_ visit: Visit) throws -> (name: String, said: StatementsView) {
        guard let word = visit.request.query.given("name") else { throw WrongUsage("Name a person: 'name'.") }
        let name = try visit.reader.names().name(word)
        let said = try visit.remembered("said by \(name)") {
            try visit.reader.quiet.statements(Filters(), by: name)
        }
        return (name, said)
    }

    static let route = Route.read { visit in
        let (name, said) = try view(visit)
        return try visit.html(PersonPage(name, said, visit))
    } json: {
        try Listing(try view($0).said).json(for: $0)
    }

    /// How many subjects have a part of their own.
    private static let subjects = 12

    private init(_ name: String, _ said: StatementsView, _ visit: Visit) throws {
        let links = try visit.links()
        self.name = SafeText.oneLine(name)
        let plain = said.items.filter { $0.question == nil }
        // Each stands under the subject that most is said of among its own.
        let weights = Dictionary(grouping: plain.flatMap(\.about), by: { $0 }).mapValues(\.count)
        let groups = Dictionary(grouping: plain) { item in
            item.about.max { (weights[$0] ?? 0, $1) < (weights[$1] ?? 0, $0) } ?? ""
        }
        let order = groups.keys.sorted {
            ($0.isEmpty ? 1 : 0, -(weights[$0] ?? 0), $0) < ($1.isEmpty ? 1 : 0, -(weights[$1] ?? 0), $1)
        }
        sections = order.prefix(Self.subjects).map { subject in
            var view = said
            view.items = groups[subject] ?? []
            var part = SectionPart(heading: subject.isEmpty ? "On other matters" : "On \(SafeText.oneLine(subject))")
            part.items = view.page().sections.flatMap { SectionPart($0, links).items }
            return part
        }
        let rest = order.dropFirst(Self.subjects)
        also = rest.isEmpty ? [] : ["Also on \(rest.map { SafeText.oneLine($0) }.joined(separator: ", "))."]
        facts = [
            SectionPart.Fact(label: "statements", value: Wording.number(Double(said.items.count))),
            SectionPart.Fact(
                label: "in", value: Wording.count(Set(said.items.map(\.document)).count, "document", "documents")),
        ]
        let asked = Dictionary(grouping: said.items.filter { $0.question != nil }, by: \.document)
        interviews = asked.sorted { $0.key < $1.key }.map { document, items in
            Interview(
                document: SafeText.oneLine(items.first?.source ?? document), href: links[document] ?? "",
                turns: items.sorted { $0.start < $1.start }.map { item in
                    Turn(
                        question: item.question ?? "", answer: SafeText.oneLine(item.quote),
                        href: links[document, CodePointSpan(item.start, item.end)] ?? "")
                })
        }
        hasInterviews = !interviews.isEmpty
        chains = said.items.filter { !$0.sources.isEmpty }.map { item in
            Chain(
                links: ([item.speaker] + item.sources.reversed() + [item.source]).map {
                    $0.isEmpty ? "a source that is not named" : SafeText.oneLine($0)
                },
                quote: SafeText.oneLine(item.quote),
                href: links[item.document, CodePointSpan(item.start, item.end)] ?? "")
        }
        hasChains = !chains.isEmpty
    }
}
