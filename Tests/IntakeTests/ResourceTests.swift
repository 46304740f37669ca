import ChanceryCore
import Testing

@testable import Intake

/// The resource files prove themselves: every rule matches its own example.
@Suite struct ResourceTests {
    private func words(_ line: String) -> [Word] {
        let text = SourceText(line)
        return text.words(in: ByteSpan(0, text.bytes.count))
    }

    @Test func everyFurnitureRuleTakesItsExample() throws {
        let lexicon = try Lexicon.load()
        #expect(lexicon.furniture.count > 40)
        for rule in lexicon.furniture {
            #expect(rule.pattern.match(words(rule.example), months: lexicon.months) != nil, "\(rule.id)")
            #expect(try document("Osk\n\n\(rule.example)\n\nOsk heard it.").kinds.contains(.furniture), "\(rule.id)")
        }
    }

    @Test func everyOriginRuleTakesItsExample() throws {
        let lexicon = try Lexicon.load()
        #expect(lexicon.origins.count > 10)
        for rule in lexicon.origins {
            #expect(OriginMark.Kind(rawValue: String(rule.id.prefix { $0 != ":" })) != nil, "\(rule.id)")
            let document = try document("The two states signed a treaty.\n\n\(rule.example)")
            #expect(document.originMarks.count == 1, "\(rule.id)")
            #expect(document.originMarks.first?.name.isEmpty == false, "\(rule.id)")
            #expect(document.kinds.last == .metadata, "\(rule.id)")
        }
    }

    @Test func textThatBeginsLikeFurnitureStaysText() throws {
        let lexicon = try Lexicon.load()
        let lines = try ModuleResources.lines("en/not-furniture.txt")
        #expect(lines.count > 10)
        for line in lines {
            let rule = lexicon.furniture.first {
                $0.pattern.match(words(line.text), months: lexicon.months) != nil
            }
            #expect(rule == nil, "\(line.text) is taken by \(rule?.id ?? "")")
        }
    }

    @Test(arguments: [
        ("May 7, 2005", "2005-05-07"), ("7 May 2005", "2005-05-07"), ("Saturday, May 7th, 2005", "2005-05-07"),
        ("2005-05-07", "2005-05-07"), ("Sept. 2005", "2005-09"), ("2005-05-07T10:30:00Z", "2005-05-07"),
        ("7/5/2005", nil), ("may 2005", nil), ("May", nil), ("May 2005th", nil), ("31 Smarch 2005", nil),
    ])
    func datesOfPublication(line: String, value: String?) throws {
        #expect(try Lexicon.load().months.date(in: words(line), at: 0)?.edtf == value)
    }

    @Test func aBrokenRuleIsNamedWithFileAndLine() {
        let error = #expect(throws: IntakeError.self) { try ModuleResources.data("en/absent.txt") }
        #expect(error?.code == .resource)
        #expect(error?.place == "en/absent.txt")
    }
}
