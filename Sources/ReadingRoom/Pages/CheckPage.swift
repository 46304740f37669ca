import ChanceryCore
import DossierStore
import Record

/// A sentence, and what the record has on it.
struct CheckPage: Sheet {
    static let template = "check"

    /// What was found.
    struct Result: Sendable {
        var claim: [String]
        var hasClaim: Bool
        var supports: [ItemPart]
        var contradicts: [ItemPart]
        var otherTime: [ItemPart]
        var silent: [Silent]
        var other: [ItemPart]
    }

    /// A document that covers the matter and does not tell it.
    struct Silent: Sendable {
        var source: String
        var href: String
    }

    var shell = Shell()
    var sentence: String
    var result: Result?
    var title: String { "Check a sentence" }

    /// The longest text that is looked up, in code points.
    private static let longest = 2000

    private static func check(_ visit: Visit) throws -> ClaimCheck? {
        guard let sentence = visit.request.query.given("sentence") else { return nil }
        guard sentence.unicodeScalars.count <= longest else {
            throw WrongUsage("That is longer than \(longest) characters. Give a sentence or two.")
        }
        guard let helpers = visit.room.settings.helpers else { throw NoHelp() }
        return try visit.rememberedHere("check") {
            try visit.reader.check(try helpers.code(SafeText.oneLine(sentence)))
        }
    }

    static let route = Route.read { visit in
        let (check, links) = (try check(visit), try visit.links())
        let labels = try visit.remembered("labels") {
            Dictionary(
                try visit.reader.documents().items.map { ($0.name, $0.source) }, uniquingKeysWith: { first, _ in first }
            )
        }
        func items(_ lines: [EntryLine]) -> [ItemPart] {
            EntryLine.folded(lines).map { ItemPart(EntryLine.item($0), links) }
        }
        return try visit.html(
            CheckPage(
                sentence: visit.request.query["sentence"],
                result: check.map { check in
                    Result(
                        claim: check.claims, hasClaim: !check.claims.isEmpty, supports: items(check.supporting),
                        contradicts: items(check.contradicting),
                        otherTime: items(check.otherTime),
                        silent: check.silent.map { Silent(source: labels[$0] ?? $0, href: links[$0] ?? "") },
                        other: items(check.near))
                }))
    } json: { visit in
        let check = try check(visit) ?? ClaimCheck([], among: [])
        return try JSONLine.encode(
            Body(
                claims: check.claims, supporting: check.supporting, contradicting: check.contradicting,
                otherTime: check.otherTime, near: check.near, silent: check.silent))
    }

    private struct Body: Encodable {
        var claims: [String]
        var supporting: [EntryLine]
        var contradicting: [EntryLine]
        var otherTime: [EntryLine]
        var near: [EntryLine]
        var silent: [String]

        private enum CodingKeys: String, CodingKey {
            case claims, supporting, contradicting, otherTime = "other_time", near, silent
        }
    }
}
