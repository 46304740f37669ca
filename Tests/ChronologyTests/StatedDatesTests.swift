import ChanceryCore
import Chronology
import Testing

/// Dates that the text states in full.
@Suite struct StatedDatesTests {
    @Test(arguments: [
        ("It was signed on 29 November 2012 in Osk.", "29 November 2012=2012-11-29"),
        ("It was signed on Nov. 29, 2012, in Osk.", "Nov. 29, 2012=2012-11-29"),
        ("It was signed on November 29th, 2012.", "November 29th, 2012=2012-11-29"),
        ("It was signed on the 3rd of May 1998.", "the 3rd of May 1998=1998-05-03"),
        ("It was signed on the third of May 1998.", "the third of May 1998=1998-05-03"),
        ("It was signed on Tuesday, 3 March 1998.", "Tuesday, 3 March 1998=1998-03-03"),
        ("It was signed (2012-11-29) in Osk.", "2012-11-29=2012-11-29"),
        ("It was signed on 29/11/2012.", "29/11/2012=2012-11-29"),
        ("It was signed on 29.11.2012.", "29.11.2012=2012-11-29"),
        ("In July 1970, Osk received guests.", "July 1970=1970-07"),
        ("It began in May of 1998.", "May of 1998=1998-05"),
        ("It left the League in 1989.", "1989=1989"),
        ("The 1973 war ended it.", "1973=1973"),
        ("A report (2021) says so.", "2021=2021"),
        ("The 1980s were quiet.", "The 1980s=198X"),
        ("Its founding in the 19th century is told.", "the 19th century=18XX"),
        ("Its founding in the twentieth century is told.", "the twentieth century=19XX"),
        ("It came in the summer of 1996.", "the summer of 1996=1996-22"),
        ("It came in the third quarter of 2007.", "the third quarter of 2007=2007-35"),
        ("It came in the first half of 2007.", "the first half of 2007=2007-40"),
        ("It fell on Christmas Day 1989.", "Christmas Day 1989=1989-12-25"),
        ("It came in mid-June 1998.", "mid-June 1998=1998-06"),
        ("It came in the early 1990s.", "the early 1990s=199X"),
        ("It came in early 1997.", "early 1997=1997-01~"),
        ("It came in mid-1997.", "mid-1997=1997-06~"),
        ("It came towards the end of 1996.", "the end of 1996=1996-12~"),
        ("It came at the beginning of May 1996.", "the beginning of May 1996=1996-05"),
        ("It was founded around 1967.", "1967=1967~"),
        ("It met on May 12-15, 2010.", "May 12-15, 2010=2010-05-12/2010-05-15"),
        ("It met on 12–15 May 2010.", "12–15 May 2010=2010-05-12/2010-05-15"),
    ])
    func aStatedDateIsComplete(_ text: String, _ expected: String) throws {
        let sample = Sample(text)
        #expect(try sample.dates() == [expected])
        #expect(try sample.timexes().allSatisfy { $0.isComplete && $0.type == .date && $0.resolvedFrom == nil })
    }

    @Test(arguments: [
        "It counted 1,989 people.", "Resolution 2334 was passed.", "It paid $1991 for it.", "It sent 1950 soldiers.",
        "Flight 1907 landed.", "They may march in osk.", "The score was 3-2.", "Call 1990-12345 now/VB.",
        "It was signed on 04/05.", "It weighed 1000.5 tons.", "The fall of Osk came.", "He will march on.",
        "It covers 2000 km.", "Law No. 1984 stands.", "See p. 1998 there.", "It was 1.989 in all.",
        "Black/JJ September/NNP was a group, and the Black/JJ September/NNP trial began.",
    ])
    func anotherNumberOrWordIsNoDate(_ text: String) throws {
        #expect(try Sample(text).values().filter { !$0.contains("_REF") } == [])
    }

    @Test(arguments: [
        ("It was signed on 04/05/2012.", []), ("It was signed on 31 April 2012.", []),
        ("It was signed on 30/02/2012.", []), ("It was signed on 05/05/2012.", ["05/05/2012=2012-05-05"]),
    ])
    func aDateWithTwoReadingsOrNoneIsNotRead(_ text: String, _ expected: [String]) throws {
        #expect(try Sample(text).dates().filter { $0.contains("04") || $0.contains("05") } == expected)
    }

    @Test(arguments: [
        ("It held out since 1991.", "1991", "since 1991", "1991/.."),
        ("It held out since at least 2013.", "2013", "since at least 2013", "2013/.."),
        ("It held out until October 2024.", "October 2024", "until October 2024", "../2024-10"),
        ("It came before 1991.", "1991", "before 1991", "../1991"),
        ("It came after May 3, 1991.", "May 3, 1991", "after May 3, 1991", "1991-05-03/.."),
        ("It stands from 1948 on.", "1948", "from 1948 on", "1948/.."),
        ("It is a report from 1948 on war.", "1948", "1948", "1948"),
        ("It grew from 1948 onwards there.", "1948", "from 1948 onwards", "1948/.."),
        ("It opens no earlier than 2026.", "2026", "no earlier than 2026", "2026/.."),
        ("It cooled after the 1973 war.", "1973", "after the 1973", "1973/.."),
        ("It turned post the September 1972 attack.", "September 1972", "post the September 1972", "1972-09/.."),
        ("It was ended by the 1991 treaty.", "1991", "1991", "1991"),
        ("It told the Osk Post/NNP 1998 plans.", "1998", "1998", "1998"),
    ])
    func aWordBeforeADateOpensASpanOfTime(_ text: String, _ span: String, _ extent: String, _ edtf: String) throws {
        let sample = Sample(text)
        let timex = try #require(try sample.timexes().first)
        #expect(sample.words(timex.span) == span)
        #expect(sample.words(timex.extent) == extent)
        #expect(timex.edtf?.description == edtf)
    }

    @Test(arguments: [
        ("It ruled from 1949 to 1991 in Osk.", "1949", "1991", "1949/1991", "from 1949 to 1991"),
        (
            "It fell between October 2023 and July 2024.", "2023-10", "2024-07", "2023-10/2024-07",
            "between October 2023 and July 2024"
        ),
        (
            "It fell between October and December 2023.", "2023-10", "2023-12", "2023-10/2023-12",
            "between October and December 2023"
        ),
        ("The years 1991–1996 were hard.", "1991", "1996", "1991/1996", "1991–1996"),
        ("It met in July and August 2023.", "2023-07", "2023-08", "2023-07/2023-08", "July and August 2023"),
    ])
    func bothEndsOfARangeTellTheWhole(
        _ text: String, _ first: String, _ second: String, _ edtf: String, _ extent: String
    ) throws {
        let sample = Sample(text)
        let timexes = try sample.timexes()
        #expect(timexes.map { $0.date?.description } == [first, second])
        #expect(timexes.first?.edtf?.description == edtf)
        #expect(timexes.first.map { sample.words($0.extent) } == extent)
        #expect(timexes.allSatisfy { $0.isComplete })
    }

    @Test func aShortenedRangeIsOneExpression() throws {
        #expect(try Sample("It ruled in 1991–96 there.").dates() == ["1991–96=1991/1996"])
    }

    @Test(arguments: [
        ("A six-month course followed.", "six-month=P6M"), ("It took 75 years.", "75 years=P75Y"),
        ("A 16-year-long blockade followed.", "16-year-long=P16Y"),
        ("It took twenty-five years.", "twenty-five years=P25Y"),
        ("It took several weeks.", "several weeks=PXW"), ("It took a couple of days.", "a couple of days=P2D"),
        ("It took 24 hours.", "24 hours=PT24H"), ("It took two decades.", "two decades=P20Y"),
        ("It took half a year.", "half a year=P6M"), ("The past decade was hard.", "The past decade=P10Y"),
    ])
    func aLengthOfTimeHasNoDate(_ text: String, _ expected: String) throws {
        let sample = Sample(text)
        #expect(try sample.values() == [expected])
        #expect(try sample.timexes().allSatisfy { $0.type == .duration && $0.edtf == nil })
    }

    @Test(arguments: [
        ("They meet every year.", "every year=P1Y"), ("The annual meeting ended.", "annual=P1Y"),
        ("They meet every Friday.", "every Friday=XXXX-WXX-5"), ("They meet every two weeks.", "every two weeks=P2W"),
    ])
    func whatComesAgainIsASet(_ text: String, _ expected: String) throws {
        let sample = Sample(text)
        #expect(try sample.values() == [expected])
        #expect(try sample.timexes().allSatisfy { $0.type == .set && $0.edtf == nil })
    }

    /// All expressions of the list have the whole of it.
    @Test(arguments: [
        ("It met in March and April 1990.", "1990-03/1990-04"),
        ("It met in March, April and May 1990.", "1990-03/1990-05"),
        ("It met in March and July 1990.", "{1990-03,1990-07}"),
        ("It met in the summer and autumn of 1989.", "1989-22/1989-23"),
        ("It met in the spring and autumn of 1989.", "{1989-21,1989-23}"),
        ("It met in the 1960s and 1970s.", "196X/197X"), ("It met in the 1960s and the 70s.", "196X/197X"),
        ("It met in 1965, 1967 and 1971.", "{1965,1967,1971}"), ("It met in 1965 and 1966.", "1965/1966"),
        ("It met in May 1998 and 1999.", "{1998-05,1999-05}"),
        ("It met in March and again in June 2003.", "{2003-03,2003-06}"),
        ("It met in May or June 1967.", "[1967-05,1967-06]"),
        ("It met on May 31 and June 1, 1998.", "1998-05-31/1998-06-01"),
        ("It met in late 1989 and early 1990.", "1989-12~/1990-01~"),
        ("It met in early May and late June 1998.", "{1998-05,1998-06}"),
        ("It met between May and July 2003.", "2003-05/2003-07"),
        ("It met from December to March 1998.", "1997-12/1998-03"),
        ("It met in July and August of last year.", "2009-07/2009-08"),
    ])
    func datesToldTogetherShareTheirYearAndAreOneTime(_ text: String, _ expected: String) throws {
        #expect(try Set(Sample(text).timexes(publishedOn: "2010-08-20").map { $0.edtf?.description }) == [expected])
    }

    @Test(arguments: [
        // Which of the two years December lies in is not told, and the text's own is neither.
        ("It met in December and January 1990.", ["December=XXXX-12", "January 1990=1990-01"]),
        ("It met/VBD on May 3, and fought/VBD on May 4, 1998.", ["May 3=1998-05-03", "May 4, 1998=1998-05-04"]),
        (
            "It said/VBD on May 3 that it had/VBD met/VBN on May 4, 1998.",
            ["May 3=2010-05-03", "May 4, 1998=1998-05-04"]
        ),
        ("It met/VBD on May 3 and on June 4 last.", ["May 3=2010-05-03", "June 4=2010-06-04"]),
        ("It met since 1965 and 1966.", ["1965=1965/..", "1966=1966"]),
    ])
    func aYearIsSharedOnlyWhereTheWordsTellItForBoth(_ text: String, _ expected: [String]) throws {
        #expect(try Sample(text).dates(publishedOn: "2010-08-20") == expected)
    }
}
