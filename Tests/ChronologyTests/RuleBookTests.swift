import ChanceryCore
import Foundation
import Testing

@testable import Chronology

/// The rules as data: each does what its examples say, and a fault in a file is named.
@Suite struct RuleBookTests {
    /// A rule's example, named so that a failure shows where it stands.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let readsNothing: Bool
        let example: RuleExample
        var testDescription: String { "\(rule): \(example.line.text)" }
    }

    static let cases: [Case] =
        ((try? Sample.tagger.get()) ?? nil).map { tagger in
            tagger.book.rules.flatMap { rule in
                ((try? rule.examples()) ?? []).map {
                    Case(rule: rule.id, readsNothing: rule.means.function == .none, example: $0)
                }
            }
        } ?? []

    @Test func thereAreRulesAndTheyLoad() throws {
        #expect(try Sample.tagger.get().book.rules.count > 60)
        #expect(Self.cases.count > 300)
        for rule in try Sample.tagger.get().book.rules { #expect(try !rule.examples().isEmpty) }
    }

    @Test(arguments: cases)
    func aRuleReadsItsExamplesUnderItsOwnName(_ item: Case) throws {
        let example = item.example
        let sample = Sample(example.text)
        let found = try sample.timexes(publishedOn: example.publishedOn)
        guard let expected = example.expected else {
            let caught = found.filter { timex in
                guard let words = example.words else { return true }
                return sample.words(timex.span).contains(words) || words.contains(sample.words(timex.span))
            }
            #expect(caught.map { sample.words($0.span) } == [])
            if item.readsNothing {
                let tagger = try Sample.tagger.get()
                #expect(tagger.rulesFired(in: sample.tokens, sentences: sample.sentences).contains(item.rule))
            }
            return
        }
        let timex = found.last { sample.words($0.span) == example.words }
        let all = found.map { "\(sample.words($0.span)) = \($0.value)" }
        #expect(timex != nil, "found \(all)")
        guard let timex else { return }
        #expect(timex.type == expected.type)
        #expect(timex.value == expected.value)
        #expect(timex.date?.description ?? "-" == expected.edtf)
        #expect(timex.rules.contains(item.rule), "read by \(timex.rules)")
    }

    @Test(arguments: [
        ("rule a\n  pattern: [the day\n", "rules.txt:1"),
        ("rule a\n  pattern: now ]\n  means: reference(value=PRESENT_REF)\n  example: [x] -> DATE X, -", "rules.txt:2"),
        ("rule a\n  pattern: @nowhere\n  means: none()\n  none: x", "no word class '@nowhere'"),
        ("rule a\n  pattern: now\n  means: nope()\n  example: [x] -> DATE X, -", "'nope' is no meaning"),
        ("rule a\n  pattern: now\n  means: date(yaer=now)\n  example: [x] -> DATE X, -", "no argument 'yaer'"),
        ("rule a\n  pattern: now\n  means: date(year)\n  example: [x] -> DATE X, -", "rules.txt:3: no part"),
        ("rule a\n  pattern: now\n  means: none()", "has no example"),
        ("rule a\n  colour: now\n", "rules.txt:2: 'colour:' is no line of a rule"),
        ("rule a\n  pattern: {nothing} x\n  means: none()\n  none: x", "names no rule"),
        ("rule a\n  pattern: <1..x>\n  means: none()\n  none: x", "is no number"),
        ("rule a\n  pattern: now\n  where: a ~ b\n  means: none()\n  none: x", "rules.txt:3"),
        ("pattern: now", "rules.txt:1"), ("part A: now\npart A: then", "rules.txt:2: there are two parts 'A'"),
    ])
    func aFaultInARuleNamesFileAndLine(_ text: String, _ expected: String) throws {
        let lexicon = try Lexicon()
        let error = #expect(throws: ChronologyError.self) {
            _ = try RuleBook([RuleFile("rules.txt", text: text)], lexicon: lexicon)
        }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
        #expect(error?.description.hasPrefix("rules.txt:") == true)
    }

    @Test(arguments: [
        ("x -> DATE X, -", "in brackets"), ("[x] -> DAY X, -", "write DATE"), ("[x] -> DATE X", "by a comma"),
        ("[x]", "'-> TYPE value, EDTF'"),
    ])
    func aFaultInAnExampleNamesFileAndLine(_ text: String, _ expected: String) {
        let line = RuleFile.Line(file: "rules.txt", number: 4, text: text)
        let error = #expect(throws: ChronologyError.self) { try RuleExample(line) }
        #expect(error?.description.hasPrefix("rules.txt:4: ") == true)
        #expect(error?.description.contains(expected) == true)
    }

    @Test func twoRulesOfOneNameAreAFault() throws {
        let text = "rule a\n  pattern: now\n  means: none()\n  none: x\n"
        let lexicon = try Lexicon()
        #expect(throws: ChronologyError.self) { try RuleBook([RuleFile("r", text: text + text)], lexicon: lexicon) }
    }
}
