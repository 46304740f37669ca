import ChanceryCore
import Chronology
import Testing

/// Dates that rest on the day of publication or on another date of the text.
@Suite struct ResolvedDatesTests {
    /// 17 April 2024 is a Wednesday.
    @Test(arguments: [
        ("Osk left/VBD yesterday.", "yesterday=2024-04-16"), ("Osk left/VBD today.", "today=2024-04-17"),
        ("Osk left/VBD on Monday.", "Monday=2024-04-15"), ("Osk left/VBD on Wednesday.", "Wednesday=2024-04-17"),
        ("Osk left/VBD on Thursday.", "Thursday=2024-04-11"), ("Osk will/MD leave/VB on Monday.", "Monday=2024-04-22"),
        ("The trial is/VBZ set/VBN to/TO begin/VB on Friday.", "Friday=2024-04-19"),
        ("Osk left/VBD last Friday.", "last Friday=2024-04-12"), ("Osk left/VBD last month.", "last month=2024-03"),
        ("Osk left/VBD late last month.", "late last month=2024-03"), ("Osk left/VBD last year.", "last year=2023"),
        ("Osk left/VBD this week.", "this week=2024-04-15/2024-04-21"),
        ("Osk left/VBD two years ago.", "two years ago=2022~"),
        ("Osk left/VBD three days ago.", "three days ago=2024-04-14"),
        ("Osk left/VBD a month ago.", "a month ago=2024-03"),
        ("Osk left/VBD in January.", "January=2024-01"), ("Osk left/VBD in July.", "July=2023-07"),
        ("Osk will/MD leave/VB in July.", "July=2024-07"), ("Osk left/VBD on April 3.", "April 3=2024-04-03"),
        ("A vote to/TO be/VB held/VBN on May 12.", "May 12=2024-05-12"),
        ("Osk left/VBD last July.", "last July=2023-07"),
        ("Osk left/VBD last spring.", "last spring=2023-21"),
        ("If it leaves/VBZ in July, Osk wins/VBZ.", "July=2024-07"), ("Osk votes/VBZ on Monday.", "Monday=2024-04-22"),
        ("Osk turned/VBD toward July.", "July=2024-07"), ("Remember/VB Osk in July.", "July=2024-07"),
        ("It'll/MD end/VB in July.", "July=2024-07"), ("Osk agreed/VBD to meet/VB on May 4.", "May 4=2024-05-04"),
        ("Ads/NNS precede/VBP the May 4 vote/NN.", "May 4=2024-05-04"),
        ("Osk left/VBD in July of last year.", "July of last year=2023-07"),
        ("Osk left/VBD at the end of the year.", "the end of the year=2024-12~"),
        ("Osk left/VBD early this year.", "early this year=2024-01~"),
        ("Osk left/VBD on Friday morning.", "Friday morning=2024-04-12"),
        ("Profit rose/VBD in the third quarter.", "the third quarter=2023-35"),
        ("Osk left/VBD over the weekend.", "the weekend=2024-04-13/2024-04-14"),
        ("Osk left/VBD on the night of April 3.", "the night of April 3=2024-04-03"),
        ("Osk left/VBD in the '90s.", "the '90s=199X"),
    ])
    func aRelativeDateCountsFromPublication(_ text: String, _ expected: String) throws {
        let sample = Sample(text)
        #expect(try sample.dates(publishedOn: "2024-04-17") == [expected])
        #expect(try sample.timexes(publishedOn: "2024-04-17").allSatisfy { !$0.isComplete && $0.resolvedFrom == nil })
    }

    @Test(arguments: [
        ("Osk left/VBD yesterday.", "yesterday=XXXX-XX-XX"), ("Osk left/VBD on Monday.", "Monday=XXXX-WXX-1"),
        ("Osk left/VBD last month.", "last month=XXXX-XX"), ("Osk left/VBD two years ago.", "two years ago=XXXX"),
        ("Osk left/VBD last year.", "last year=XXXX"), ("Osk left/VBD next week.", "next week=XXXX-WXX"),
    ])
    func withoutPublicationNothingIsCountedFromNow(_ text: String, _ expected: String) throws {
        let sample = Sample(text)
        #expect(try sample.values() == [expected])
        #expect(try sample.timexes().allSatisfy { $0.edtf == nil && !$0.isComplete })
    }

    @Test(arguments: [
        ("Osk arrived on Jan. 26.", "Jan. 26=XXXX-01-26"), ("Osk voted in July.", "July=XXXX-07"),
        ("The Oct. 7 attack came.", "Oct. 7=XXXX-10-07"), ("Since 2013 Osk met guests in June.", "June=XXXX-06"),
        ("It met at Christmas.", "Christmas=XXXX-12-25"),
    ])
    func aYearThatTheTextDoesNotGiveStaysUnknown(_ text: String, _ expected: String) throws {
        #expect(try Sample(text).dates().last == expected)
    }

    @Test(arguments: [
        ("Osk joined in 1998. The following year it left.", "The following year=1999", "1998"),
        ("Osk joined in 1998. That same year it left.", "That same year=1998", "1998"),
        ("Osk joined in 1998. It left two years later.", "two years later=2000~", "1998"),
        ("Osk joined in May 1998. It left the following month.", "the following month=1998-06", "May 1998"),
        ("Osk joined on May 3, 1998. It left the next day.", "the next day=1998-05-04", "May 3, 1998"),
        ("In March 1998, Osk joined. It left in July.", "July=1998-07", "March 1998"),
        ("In 1998 Osk opened a mission in March.", "March=1998-03", "1998"),
        (
            "On October 7, 2023, they met. One year on, many recall October 7.", "October 7=2023-10-07",
            "October 7, 2023"
        ),
        (
            "It cooled after September 1972. The following two decades were quiet.",
            "The following two decades=1972/1992",
            "September 1972"
        ),
    ])
    func aStoryGoesOnFromTheLastDateTold(_ text: String, _ expected: String, _ source: String) throws {
        let sample = Sample(text)
        let last = try #require(try sample.timexes().last)
        #expect("\(sample.words(last.span))=\(last.edtf?.description ?? "-")" == expected)
        #expect(last.resolvedFrom.map { sample.words($0) } == source)
        #expect(!last.isComplete)
    }

    @Test(arguments: [
        // The story may have reached 1999, or look back.
        ("In November 1998, Osk joined. In January it left.", "XXXX-01"),
        // Two years are told for the day.
        (
            "It fell on May 3, 1998. It rose on May 3, 2001. Then came the news. Then more. Then rest. Then all. They mark May 3.",
            "XXXX-05-03"
        ),
        // A date too coarse for the unit.
        ("Osk joined in 1998. It left the next day.", nil),
        // Too far back.
        ("Osk joined in May 1998. It met. It sat. It ate. It slept. It voted in July.", "XXXX-07"),
    ])
    func whatTheStoryDoesNotMakeClearIsLeftOpen(_ text: String, _ expected: String?) throws {
        let last = try #require(try Sample(text).timexes().last)
        #expect(last.edtf?.description == expected)
        #expect(last.resolvedFrom == nil)
    }

    @Test func anEventCalledByItsDayIsNotDatedFromPublication() throws {
        let sample = Sample("Osk mourned/VBD the victims of the October/NNP 7/CD attack/NN.")
        #expect(try sample.dates(publishedOn: "2024-10-20") == ["October 7=XXXX-10-07"])
    }

    @Test func whatHappenedLaterLiesNoLaterThanTheText() throws {
        let past = Sample("It holds/VBZ today, 200 years later.")
        #expect(try past.values(publishedOn: "2024-04-17") == ["today=2024-04-17", "200 years later=P200Y"])
        let future = Sample("It opens in May 2024. It will/MD close/VB two years later.")
        #expect(try future.values(publishedOn: "2024-04-17").last == "two years later=2026")
    }

    @Test func anOldStoryKeepsItsYearInALaterPublication() throws {
        let sample = Sample("In March 1998, Osk joined/VBD. In July it left/VBD.")
        #expect(try sample.dates(publishedOn: "2024-04-17") == ["March 1998=1998-03", "July=1998-07"])
    }

    @Test(arguments: [
        ("In 1998 Osk joined/VBD. In July it left/VBD.", "July=1998-07"),
        ("Osk and Veldania went/VBD to war in 1965. The council met/VBD on September 20.", "September 20=1965-09-20"),
        ("Osk went/VBD to war in 1965.\n\nThe council met/VBD on September 20.", "September 20=1965-09-20"),
        // Told by its own day, or of a year near it, the text is of today, and the old year an aside.
        ("In 1998 Osk joined/VBD. It met/VBD on Monday. In July it left/VBD.", "July=XXXX-07"),
        ("Osk and Veldania joined/VBD in 1998 and sat/VBD in 2023. In July it left/VBD.", "July=2023-07"),
        // The day may as well be that of last week.
        ("In 1998 Osk joined/VBD. On April 12 it left/VBD.", "April 12=XXXX-04-12"),
        // What a clause about somebody tells is no time of the story.
        ("Osk, which/WDT joined/VBD in 1998, met/VBD us. In July it left/VBD.", "July=2023-07"),
    ])
    func theYearOfAStoryInThePastGoesOnUnlessTheTextIsOfToday(_ text: String, _ expected: String) throws {
        #expect(try Sample(text).dates(publishedOn: "2024-04-17").last == expected)
    }

    @Test func aYearTellingOfSomebodyIsNotThatOfTheSentence() throws {
        let sample = Sample("Osk, which/WDT joined/VBD in 1965, left/VBD on May 24.")
        #expect(try sample.dates().last == "May 24=XXXX-05-24")
        let main = Sample("Osk joined/VBD in 1965 and left/VBD on May 24.")
        #expect(try main.dates().last == "May 24=1965-05-24")
    }

    @Test func withoutADayOfPublicationTheYearOfTheStoryGoesOn() throws {
        let sample = Sample("Osk and Veldania went/VBD to war in 1965. The council met/VBD on September 20.")
        #expect(try sample.dates().last == "September 20=1965-09-20")
        let aside = Sample("Osk, which/WDT joined/VBD in 1965, met/VBD. The council met/VBD on September 20.")
        #expect(try aside.dates().last == "September 20=XXXX-09-20")
    }

    @Test(arguments: [
        (
            "1991\n\nMay 24: Osk left/VBD. It met. It sat. It ate. It slept.\n\nJune 3: Osk voted/VBD.",
            "June 3=1991-06-03"
        ),
        ("May 1991\n\nOn May 24 Osk left/VBD.", "May 24=1991-05-24"),
        ("In 1991\n\nOsk, which/WDT joined/VBD in 1960, left/VBD on May 24.", "May 24=1991-05-24"),
        // Two years over it leave open which is meant.
        ("1991 – 1995\n\nOsk left/VBD. It sat. It met. It ate. On May 24 it rose/VBD.", "May 24=XXXX-05-24"),
        // The year before is told of as well.
        ("May 1991\n\nOn January 24 Osk left/VBD.", "January 24=XXXX-01-24"),
    ])
    func theYearOfAHeadingIsThatOfTheDaysBelowIt(_ text: String, _ expected: String) throws {
        #expect(try Sample(text).dates().last == expected)
    }

    @Test(arguments: [
        ("Osk left/VBD on 9-Aug-07.", "2010-08-20", "9-Aug-07=2007-08-09"),
        ("Osk left/VBD on 9-Aug-44.", "1950-08-20", "9-Aug-44=1944-08-09"),
        ("Osk left/VBD on 9-Aug-44.", "2010-08-20", "9-Aug-44=1944-08-09"),
        ("Osk will/MD leave/VB on 9-Aug-12.", "2010-08-20", "9-Aug-12=2012-08-09"),
        // A hundred years back or nine ahead: neither is likely.
        ("Osk left/VBD on 9-Aug-12.", "2010-08-20", "9-Aug-12=-"),
        ("Osk left/VBD in '98.", "1910-08-20", "'98=1898"),
    ])
    func aYearOfTwoDigitsIsTheLastSuchThatIsNotAhead(_ text: String, _ published: String, _ expected: String) throws {
        #expect(try Sample(text).dates(publishedOn: published) == [expected])
    }

    @Test(arguments: [
        ("Osk left on 28 May 2008. On the 3rd it rose.", nil),
        ("Osk left in 2008. On the 3rd it rose.", nil),
        ("Osk left on 12 May 2008. It met until the 15th.", "../2008-05-15"),
        ("Osk met from 6 a.m. on 4 August 2008 until 11 p.m. on the 7th.", "2008-08-04/2008-08-07"),
    ])
    func aDayByItsNumberAloneIsOfTheMonthToldBefore(_ text: String, _ expected: String?) throws {
        #expect(try Sample(text).timexes().last?.edtf?.description == expected)
    }

    @Test func aPublicationThatIsOnlyAYearDatesYearsAlone() throws {
        let sample = Sample("Osk left/VBD last year. It met/VBD yesterday. It sat/VBD in July.")
        #expect(try sample.dates(publishedOn: "2024") == ["last year=2023", "yesterday=-", "July=XXXX-07"])
    }

    @Test func aPeriodOfHistoryHasAValueButNoDate() throws {
        let timex = try #require(try Sample("It fought in World War II with them.").timexes().first)
        #expect(timex.value == "1939/1945")
        #expect(timex.edtf == nil && !timex.isComplete)
    }
}
