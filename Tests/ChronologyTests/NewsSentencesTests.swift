import Chronology
import Testing

/// Whole sentences as news, essays, encyclopedias and interviews have them, with the TIMEX3 value of every expression.
///
/// Published on 17 April 2024, a Wednesday, where nothing else is said.
@Suite struct NewsSentencesTests {
    @Test(arguments: [
        (
            "The ministry said/VBD Tuesday that talks would/MD resume/VB next week.",
            "Tuesday=2024-04-16; next week=2024-W17"
        ),
        (
            "Osk's parliament voted/VBD late Monday to extend/VB the truce by 60 days.",
            "late Monday=2024-04-15; 60 days=P60D"
        ),
        ("He was/VBD arrested/VBN early Friday morning.", "early Friday morning=2024-04-12TMO"),
        ("The two sides met/VBD for three hours on Sunday night.", "three hours=PT3H; Sunday night=2024-04-14TNI"),
        ("The vote is/VBZ scheduled/VBN for May 5.", "May 5=2024-05-05"),
        (
            "Exports fell/VBD 4 percent in the first quarter from a year earlier.",
            "the first quarter=2024-Q1; a year earlier=2023"
        ),
        ("Prices rose/VBD in March for the third month in a row.", "March=2024-03"),
        ("The bank cut/VBD rates last month for the first time in two years.", "last month=2024-03; two years=P2Y"),
        ("Osk's debt has doubled over the past five years.", "the past five years=P5Y"),
        ("The plant employs/VBZ 400 people now.", "now=PRESENT_REF"),
        (
            "The envoy, who is/VBZ currently in Veldania, will/MD return/VB on Thursday.",
            "currently=PRESENT_REF; Thursday=2024-04-18"
        ),
        ("Shares closed/VBD at 40 on Friday, up from 38 a week earlier.", "Friday=2024-04-12; a week earlier=2024-W14"),
        (
            "The talks, which began/VBD in January 2021, collapsed/VBD two months later.",
            "January 2021=2021-01; two months later=2021-03"
        ),
        ("Three years ago the road was/VBD shut.", "Three years ago=2021"),
        ("A decade ago few people lived/VBD here.", "A decade ago=2014"),
        ("Some 20 years ago the dam burst/VBD.", "20 years ago=2004"),
        ("The company expects/VBZ to open/VB the mine by the end of 2025.", "the end of 2025=2025"),
        ("It will/MD report/VB results for fiscal 2024 in June.", "fiscal 2024=FY2024; June=2024-06"),
        ("Sales in the second half of last year were/VBD flat.", "the second half of last year=2023-H2"),
        ("The minister spoke/VBD at 3:30 p.m. EST on Friday.", "3:30 p.m. EST on Friday=2024-04-12T15:30"),
        ("The vote is/VBZ due at 8 p.m. tonight.", "8 p.m. tonight=2024-04-17T20:00"),
        ("Shops open/VBP at noon EDT.", "noon EDT=2024-04-17T12:00"),
        ("The firm's fiscal third quarter was/VBD weak.", "fiscal third quarter=2023-Q3"),
        ("Polls close/VBP at 2000 GMT.", "2000 GMT=2024-04-17T20:00"),
        ("Voting began/VBD at 8 a.m. on Sunday.", "8 a.m. on Sunday=2024-04-14T08:00"),
        ("The cabinet meets/VBZ twice a week.", "twice a week=P1W"),
        ("The paper appears/VBZ every other Friday.", "every other Friday=XXXX-WXX-5"),
        ("The council sits/VBZ each October.", "each October=XXXX-10"),
        ("It pays/VBZ interest quarterly.", "quarterly=P3M"),
        ("From Monday through Wednesday the port was/VBD shut.", "Monday=2024-04-15; Wednesday=2024-04-17"),
        ("It was/VBD the worst flood in half a century.", "half a century=P50Y"),
        ("He left/VBD the country on the eve of May Day.", "the eve of May Day=XXXX-04-30"),
        ("She will/MD visit/VB the day after tomorrow.", "the day after tomorrow=2024-04-19"),
        ("Thousands marched/VBD on May Day last year.", "May Day=XXXX-05-01; last year=2023"),
        ("Last Thanksgiving the town was/VBD empty.", "Last Thanksgiving=2023-11-23"),
        ("A curfew runs/VBZ from 9 p.m. to 5 a.m.", "9 p.m.=2024-04-17T21:00; 5 a.m.=2024-04-17T05:00"),
        ("Recently the two have/VBP drawn/VBN closer.", "Recently=PAST_REF"),
        ("In recent months prices have/VBP fallen/VBN.", "recent months=PAST_REF"),
        ("In the coming weeks a deal may/MD be/VB signed/VBN.", "the coming weeks=FUTURE_REF"),
        ("The strike is/VBZ now in its third week.", "now=PRESENT_REF"),
        ("The 30-year-old driver was/VBD freed/VBN on Saturday.", "30-year-old=P30Y; Saturday=2024-04-13"),
        ("A six-month ban ended/VBD at midnight.", "six-month=P6M; midnight=2024-04-17T24:00"),
        ("It has/VBZ ruled/VBN for more than two decades.", "two decades=P20Y"),
        ("The fair drew/VBD 2,000 visitors a day.", "a day=P1D"),
        ("The bridge will/MD be/VB ready by year-end.", "year-end=2024"),
        ("He took/VBD office earlier this year.", "earlier this year=2024"),
        ("The reactor was/VBD shut/VBN late last month.", "late last month=2024-03"),
        ("Two-and-a-half years of talks ended/VBD on Tuesday.", "Two-and-a-half years=P2.5Y; Tuesday=2024-04-16"),
        ("The ship sank/VBD off Osk on the night of 3 May 1998.", "the night of 3 May 1998=1998-05-03TNI"),
        ("The offer holds/VBZ until the end of next week.", "the end of next week=2024-W17"),
        ("Inflation was/VBD 9 percent in the year to March.", "March=2024-03"),
        ("The ministers met/VBD overnight.", "overnight=2024-04-17TNI"),
        ("This past weekend the market was/VBD full.", "This past weekend=2024-W15-WE"),
        ("Lately he has/VBZ kept/VBN silent.", "Lately=PAST_REF"),
        ("Results for Q1 2008 were/VBD restated/VBN.", "Q1 2008=2008-Q1"),
        ("Its FY2011 budget was/VBD never passed/VBN.", "FY2011=FY2011"),
        ("The week of May 6 will/MD be/VB busy.", "The week of May 6=2024-W19"),
        ("The minister had/VBD resigned/VBN the day before.", "the day before=XXXX-XX-XX"),
        ("Ten days from now the term ends/VBZ.", "Ten days from now=2024-04-27"),
        ("The firm lost/VBD money for six consecutive quarters.", "six consecutive quarters=P6Q"),
        ("The bill was/VBD passed/VBN on first reading this morning.", "this morning=2024-04-17TMO"),
        ("Osk plans/VBZ to hold/VB elections in mid-2026.", "mid-2026=2026"),
        ("The bank earned/VBD 4 million, down from 5 million a year earlier.", "a year earlier=2023"),
        ("The reform came/VBD a half-century ago.", "a half-century ago=1974"),
        ("Shops were/VBD shut from Sunday to Thursday.", "Sunday=2024-04-14; Thursday=2024-04-18"),
        ("Costs fell/VBD from the previous quarter.", "the previous quarter=2024-Q1"),
        ("The mill closed/VBD in the late 1970s.", "the late 1970s=197"),
    ])
    func newsCountsFromTheDayOfPublication(_ text: String, _ expected: String) throws {
        #expect(try Sample(text).values(publishedOn: "2024-04-17").joined(separator: "; ") == expected)
    }

    @Test(arguments: [
        ("The kingdom was founded in 1118 and fell in 1453.", "1118=1118; 1453=1453"),
        ("Its walls date from the 5th century BC.", "the 5th century BC=BC04"),
        ("The general died in 44 BC.", "44 BC=BC0044"),
        ("The town was buried in AD 79.", "AD 79=0079"),
        ("Between 1992 and 1994 it was at war.", "1992=1992; 1994=1994"),
        ("Trade grew in the 18th and 19th centuries.", "the 18th=17; 19th centuries=18"),
        ("A late 19th-century house stands there.", "late 19th-century=18"),
        ("It flourished in the XIX century.", "the XIX century=18"),
        ("The 1970s and 80s were quiet.", "The 1970s=197; 80s=198"),
        ("The 1870s and 80s were quiet.", "The 1870s=187; 80s=188"),
        ("In the early eighties the line was closed.", "the early eighties=198"),
        ("The treaty of May-June 2004 lapsed.", "May=2004-05; June 2004=2004-06"),
        ("It sat from 12 May to 3 June 1998.", "12 May=1998-05-12; 3 June 1998=1998-06-03"),
        ("The congress met on 12 to 15 May 2010.", "12 to 15 May 2010=2010-05-12/2010-05-15"),
        ("It was annexed in the spring of 1938.", "the spring of 1938=1938-SP"),
        ("He was born on the 21st of March 1871.", "the 21st of March 1871=1871-03-21"),
        ("It was signed on Good Friday 1998.", "Good Friday 1998=1998-04-10"),
        ("The war of 1948–49 displaced many.", "1948–49=1948/1949"),
        ("It became a state in 1912; the following year it joined the League.", "1912=1912; the following year=1913"),
        (
            "It joined in June 1912. The previous March it had asked for aid.",
            "June 1912=1912-06; The previous March=1912-03"
        ),
        ("It joined in 1912. Two years later war came.", "1912=1912; Two years later=1914"),
        (
            "It joined on 5 May 1998. Three weeks earlier it had voted.",
            "5 May 1998=1998-05-05; Three weeks earlier=1998-W16"
        ),
        (
            "It joined on 5 May 1998. The next morning shots fell.",
            "5 May 1998=1998-05-05; The next morning=1998-05-06TMO"
        ),
        ("It joined on 5 May 1998. Later that day it left.", "5 May 1998=1998-05-05; Later that day=1998-05-05"),
        ("It began around 1850 and lasted about 30 years.", "1850=1850; 30 years=P30Y"),
        ("By the turn of the 20th century it had a railway.", "the turn of the 20th century=19"),
        ("By the year 2030 it will be full.", "the year 2030=2030"),
        ("It was built over two centuries.", "two centuries=P200Y"),
        ("The census is held every ten years.", "every ten years=P10Y"),
        ("Elections are held every fourth year.", "every fourth year=P4Y"),
        ("The library is shut on Sundays.", "Sundays=XXXX-WXX-7"),
        ("The feast falls on December 6.", "December 6=XXXX-12-06"),
        ("The dynasty fell towards the end of 1996.", "the end of 1996=1996"),
        ("The reign lasted a year and a half.", "a year and a half=P1.5Y"),
        ("The border was shut for 24 hours.", "24 hours=PT24H"),
        ("In the second quarter of 2009 it recovered.", "the second quarter of 2009=2009-Q2"),
        ("In the first half of the 20th century it grew.", "the first half of the 20th century=19"),
        ("World War II began in September 1939.", "World War II=1939/1945; September 1939=1939-09"),
        ("It changed after 9/11.", "9/11=2001-09-11"),
        ("It was finished at the end of the 1990s.", "the end of the 1990s=199"),
        ("The press ran day and night for months.", "months=PXM"),
        ("Over the years it has been rebuilt often.", "the years=PXY"),
        ("Years of drought followed.", "Years=PXY"),
        ("The decades-long dispute was settled.", "decades-long=PXY"),
        ("The 40-hour week came in 1936.", "40-hour=PT40H; 1936=1936"),
        ("It takes half an hour by boat.", "half an hour=PT30M"),
        ("The monthly fee rose.", "monthly=P1M"),
        ("They rest on Friday nights.", "Friday nights=XXXX-WXX-5TNI"),
        ("It had been free in the past.", "the past=PAST_REF"),
        ("Its share will fall in the foreseeable future.", "the foreseeable future=FUTURE_REF"),
    ])
    func anEncyclopediaNeedsNoDayOfPublication(_ text: String, _ expected: String) throws {
        #expect(try Sample(text).values().joined(separator: "; ") == expected)
    }

    @Test(arguments: [
        ("Well, I came/VBD here in '98, you know.", "'98=1998"),
        ("Back in the '60s nobody asked/VBD.", "the '60s=196"),
        ("I saw/VBD him last night and again this morning.", "last night=2024-04-16TNI; this morning=2024-04-17TMO"),
        ("We will/MD see/VB a year from now.", "a year from now=2025"),
        ("I work/VBP every day, every single day.", "every day=P1D; every single day=P1D"),
        ("He calls/VBZ me three times a day.", "three times a day=P1D"),
        ("The other day somebody asked/VBD me that.", "The other day=PAST_REF"),
        ("These days nobody reads/VBZ it.", "These days=PRESENT_REF"),
        ("Nowadays it is/VBZ worse than ten years ago.", "Nowadays=PRESENT_REF; ten years ago=2014"),
        ("Right now that is/VBZ enough.", "Right now=PRESENT_REF"),
        ("We met/VBD at 9 o'clock in the morning.", "9 o'clock in the morning=2024-04-17T09:00"),
        ("It took/VBD us an hour and a half.", "an hour and a half=PT1.5H"),
        ("Next Christmas I will/MD be/VB home.", "Next Christmas=2024-12-25"),
        ("I was/VBD there the week before last.", "the week before last=2024-W14"),
        ("Two weeks from today we vote/VBP.", "Two weeks from today=2024-W18"),
        ("He was/VBD here a couple of months ago.", "a couple of months ago=2024-02"),
        ("I have/VBP known/VBN her for years.", "years=PXY"),
        ("It was/VBD a long time ago, decades ago.", "a long time ago=PAST_REF; decades ago=PAST_REF"),
        ("That was/VBD a year and a half ago.", "a year and a half ago=2022-10"),
        ("Tomorrow night we will/MD know/VB.", "Tomorrow night=2024-04-18TNI"),
    ])
    func speechIsReadAlike(_ text: String, _ expected: String) throws {
        #expect(try Sample(text).values(publishedOn: "2024-04-17").joined(separator: "; ") == expected)
    }

    @Test(arguments: [
        "She bought/VBD 1990 shares/NNS of it.", "It won/VBD by a second/JJ goal.", "They may march on Osk.",
        "Chapter 1984 is/VBZ missing.", "He scored/VBD in the first half.", "A quarter of them left/VBD.",
        "The ratio is/VBZ 3:1 there.", "He wrote/VBD for the Daily/NNP Osk/NNP.", "It costs/VBZ $2008 there.",
        "Room 2010 is/VBZ empty.", "UN Resolution 1325 was/VBD passed.", "She is/VBZ in her sixties.",
        "The Prague/NNP Spring/NNP was/VBD crushed.", "He fell/VBD off the wall.", "The sun/NN will/MD rise/VB.",
        "It is/VBZ 1,500 metres high.", "The score was/VBD 21-15 there.", "Call 555-1984 for help.",
        "The Black/JJ September/NNP group was/VBD named.", "August/NNP Osk/NNP left/VBD.",
    ])
    func whatOnlyLooksLikeATimeIsNone(_ text: String) throws {
        #expect(try Sample(text).values(publishedOn: "2024-04-17") == [])
    }
}
