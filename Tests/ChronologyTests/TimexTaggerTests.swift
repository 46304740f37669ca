import ChanceryCore
import Chronology
import SpacyPipeline
import Testing

@Suite struct TimexTaggerTests {
    @Test func spansCountBytesAndTokensCoverThem() throws {
        let sample = Sample("In Tiranë, since the end of 1996, çay was dear.")
        let timex = try #require(try sample.timexes().first)
        #expect(sample.words(timex.span) == "the end of 1996")
        #expect(timex.tokens.map { sample.tokens[$0].text } == ["the", "end", "of", "1996"])
        #expect(timex.part == .end)
        #expect(timex.qualifier == .approximate)
        #expect(timex.edtf?.description == "1996-12~/..")
    }

    @Test func anExpressionInsideATokenHasItsOwnSpan() throws {
        let sample = Sample("The pro-1991 camp won.")
        let timex = try #require(try sample.timexes().first)
        #expect(sample.words(timex.span) == "1991")
        #expect(timex.tokens.map { sample.tokens[$0].text } == ["pro-1991"])
    }

    @Test(arguments: [
        ("They meet every other Friday.", "every-other", nil), ("They meet twice a week.", nil, "2X"),
        ("They meet three times a year.", nil, "3X"), ("They meet every Friday.", "every", nil),
        ("It took a week.", nil, nil),
    ])
    func aSetTellsWhichAndHowOften(_ text: String, _ quantifier: String?, _ frequency: String?) throws {
        let timex = try #require(try Sample(text).timexes().first)
        #expect(timex.quantifier == quantifier)
        #expect(timex.frequency == frequency)
    }

    @Test func anExpressionNamesTheRulesThatReadIt() throws {
        #expect(try Sample("It fell at the end of 1996.").timexes().first?.rules == ["part-of", "year"])
        #expect(try Sample("It fell on Friday, 3 May 1996.").timexes().first?.rules == ["weekday-date", "day-month"])
    }

    @Test func anEmptyDocumentHasNone() throws {
        #expect(try TimexTagger().timexes(in: [], sentences: [], publishedOn: nil).isEmpty)
    }

    @Test func anExpressionDoesNotCrossAnEmptyLine() throws {
        #expect(try Sample("Talks in May\n\n1998 was hard.").values() == ["May=XXXX-05", "1998=1998"])
    }

    /// Cut anywhere, a text is read without reaching past its end, and what is found is in order and apart.
    @Test func everyBeginningAndEndOfATextIsRead() throws {
        let sample = Sample(
            "On Monday, 3 May 1998, the end of the '90s (1991–96), from 29/11/2012 to Nov. 29, 2012, half a year ago, "
                + "the following two decades, at 3 p.m. on the third of May, Q3 2007, early in the first half of fiscal "
                + "year 2008, every two weeks, a couple of twenty-five-year-old 12–15 May 2010, the 19th-century, "
                + "New Year's Day, World War II, that very same year, the day before yesterday, since at least last July"
        )
        let tagger = try Sample.tagger.get()
        let all = tagger.timexes(in: sample.tokens, sentences: sample.sentences, publishedOn: EDTF("2024-04-17"))
        #expect(all.count == 19)
        for cut in sample.tokens.indices {
            for part in [Array(sample.tokens[..<cut]), Array(sample.tokens[cut...])] {
                let found = tagger.timexes(in: part, sentences: [0..<part.count], publishedOn: EDTF("2024-04-17"))
                #expect(zip(found, found.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
                #expect(found.allSatisfy { $0.extent.contains($0.span) && $0.tokens.upperBound <= part.count })
            }
        }
    }
}
