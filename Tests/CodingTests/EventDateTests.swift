import ChanceryCore
import Coding
import Testing
import TestSupport

/// Which event has which date, with the language model.
@Suite struct EventDateTests {
    /// Every event and state of a text as "concept date basis", or "concept" where it has no date.
    private static func dates(_ text: String, publishedOn: String? = "2024-03-15") throws -> [String] {
        try TextEvents.reports(text, publishedOn: publishedOn).compactMap { report in
            let concept: String
            switch report.content {
            case .event(let event): concept = event.concept
            case .state(let state): concept = state.concept
            default: return nil
            }
            return report.date.map { "\(concept) \($0.edtf) \($0.basis.rawValue)" } ?? concept
        }
    }

    @Test(arguments: [
        ("Norway criticised the 1997 agreement between Denmark and Sweden.", "reach-agreement 1997 stated"),
        ("Norway has criticised Denmark over the 2011 attack on Sweden.", "attack 2011 stated"),
        ("Norway condemned Denmark over its attack on Sweden in 2003.", "attack 2003 stated"),
        ("Norway criticised Denmark for its attack on Sweden in 2003.", "attack 2003 stated"),
        ("In May 2012 Norway attacked Denmark. Sweden condemned the attack.", "attack 2012-05 stated"),
        ("Norway praised Denmark on Osk News Sunday.", "praise"),
        ("Norway criticised the 1997 agreement between Denmark and Sweden.", "condemn"),
        ("Norway praised Denmark's 2012 report.", "praise"),
        ("Norway praised Denmark after the 1990 attack on Sweden.", "attack 1990 stated"),
        ("The 2012 candidate of Norway praised Denmark.", "praise"),
        ("Norway has criticised Denmark over the 2011 attack on Sweden.", "condemn"),
        ("Norway condemned Denmark over its attack on Sweden in 2003.", "condemn"),
    ]) func aDateBesideANounIsTheNouns(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway visited Denmark in May 2012.", "visit 2012-05 stated"),
        ("Anton Velgard on Tuesday criticised Norway.", "condemn 2024-03-12 resolved"),
        ("On 3 May 2012 Norway met with Denmark.", "meet 2012-05-03 stated"),
        ("Norway attacked Denmark in July 2012 and September 2012.", "attack {2012-07,2012-09} stated"),
        ("Norway will meet with Denmark on 3 May 2025.", "meet 2025-05-03 stated"),
        ("Norway did not recognise Denmark in 2012.", "recognise 2012 stated"),
        ("Since 2010, Norway has met with Denmark.", "meet 2010/.. stated"),
        ("Norway has recognised Denmark since 1988.", "recognise 1988 stated"),
        ("Norway was one of the countries that recognised Denmark in 1988.", "recognise 1988 stated"),
    ]) func aDateOfTheClauseIsTheEvents(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway attacked Denmark in 2003, killing ten Danish soldiers.", "kill 2003 stated"),
        ("In 2003 Norway signed an agreement with Denmark by accepting its demands.", "accept-demand 2003 stated"),
        ("Speaking on 3 May 2012, Velgard condemned Norway.", "condemn 2012-05-03 stated"),
        ("Norway was attacked in 1967, when Denmark invited Sweden.", "invite 1967 stated"),
        (
            "Relations were established on 3 May 1967, when Norwegian Chargé d’Affaires John Velgard condemned Denmark.",
            "condemn 1967-05-03 stated"
        ),
        ("Following the Norwegian invasion of Denmark in 1979, Sweden condemned Norway.", "invade 1979 stated"),
        ("Norway praised Denmark until the Danish invasion of Sweden in 1979.", "invade 1979 stated"),
        (
            "The attack on Norway in May 2012, which killed ten Swedish soldiers, was condemned by Denmark.",
            "kill 2012-05 stated"
        ),
        (
            "Velgard flew to Denmark on 3 May 2012, where he met with the president of Sweden.",
            "meet 2012-05-03 stated"
        ),
        ("At a meeting in Oslo on 3 May 2012, Norway criticised Denmark.", "condemn 2012-05-03 stated"),
        ("During the 1994 war in Sweden, Norway supplied arms to Denmark.", "supply-arms 1994 stated"),
        ("The May 2012 attack on Sweden was carried out by Norway.", "attack 2012-05 stated"),
        ("In spite of its support for Denmark in 1982, Norway attacked Sweden.", "attack 1982 stated"),
    ]) func clausesThatTellOfTheSameTimeShareADate(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway said on 3 May 2012 that Denmark had attacked Sweden.", "attack"),
        ("Norway announced on 3 May 2012 a plan to recognise Denmark.", "recognise"),
        ("The minister said on Monday Norway met with Denmark.", "meet"),
        ("In 2012, Norway, which had attacked Sweden, recognised Denmark.", "attack"),
        ("Norway recognised Denmark in 2012 and Sweden expelled the envoy of Finland.", "expel-diplomats"),
        (
            "The attack on Norway in May 2012, which killed ten Swedish soldiers, was condemned by Denmark.",
            "condemn"
        ),
        ("Norway has criticised Denmark in 2012.", "condemn"),
        ("Norway attacked Denmark in 2030.", "attack"),
    ]) func aDateOfAnotherClauseOrTenseIsNotTaken(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        (
            "After Norway attacked Sweden in May 2012, Denmark suspended military training of Sweden.",
            "suspend-exchange 2012-05~ resolved"
        ),
        (
            "Norway received the president of Denmark in July 1970, after which it recognised Sweden.",
            "recognise 1970-07~ resolved"
        ),
        (
            "Norway expelled the envoy of Denmark on 3 May 2012 following the attack on Sweden.",
            "attack 2012-05-03~ resolved"
        ),
        ("Norway criticised Sweden after it attacked Denmark last month.", "condemn 2024-02/.. resolved"),
        ("Denmark visited Norway after the war between Sweden and Finland in 1990.", "visit 1990/.. resolved"),
    ]) func whatCameAfterADateIsNotBeforeIt(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway criticised Sweden.", "condemn 2012-05-03 resolved"),
        ("It criticised Sweden.", "condemn 2012-05-03 resolved"),
        ("It later criticised Sweden.", "condemn"),
        ("It had criticised Sweden.", "condemn"),
        ("It criticises Sweden.", "condemn"),
        ("It often criticised Sweden.", "condemn"),
        ("Finland criticised Sweden.", "condemn"),
        ("The day before, it criticised Sweden.", "condemn 2012-05-02 resolved"),
    ]) func aStoryGoesOnInThePastWithThoseItToldOf(text: String, event: String) throws {
        let events = try Self.dates("On 3 May 2012 Norway met with Denmark. " + text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway attacked Denmark on May 3 and 4, 1998.", "attack 1998-05-03/1998-05-04 stated"),
        ("On 3 and 7 May 1998, Norway attacked Denmark.", "attack {1998-05-03,1998-05-07} stated"),
        ("Between 3 and 7 May 1998 Norway bombed Denmark.", "bomb 1998-05-03/1998-05-07 stated"),
        ("Denmark was bombed by Norway on the nights of 3 and 4 May 1998.", "bomb 1998-05-03/1998-05-04 stated"),
        ("Norway attacked Denmark in the summer and autumn of 1989.", "attack 1989-22/1989-23 stated"),
        ("In the 1960s and 1970s Norway attacked Denmark.", "attack 196X/197X stated"),
        ("Norway attacked Denmark in 2003 and 2007.", "attack {2003,2007} stated"),
        ("Norway bombed Denmark from 4 August 2008 until the 7th.", "bomb 2008-08-04/2008-08-07 stated"),
        (
            "Norway invaded Denmark on 12 May 2008. On the 15th, Denmark recognised Sweden.",
            "recognise 2008-05-15 resolved"
        ),
        ("Norway invaded Denmark on 28 May 2008. On the 3rd, Denmark recognised Sweden.", "recognise"),
        ("Norway recognised Denmark on 9-Aug-07.", "recognise 2007-08-09 stated"),
        ("Norway recognised Denmark in the mid-80s.", "recognise 198X resolved"),
    ]) func severalDatesAndShortOnes(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway did not recognise Denmark until 1976.", "recognise 1976 stated"),
        ("Norway never recognised Denmark until May 1976.", "recognise 1976-05 stated"),
        ("Not until 1976 did Norway recognise Denmark.", "recognise 1976 stated"),
        ("It was not until 1976 that Norway recognised Denmark.", "recognise 1976 stated"),
        ("It was on 3 May 1976 that Norway recognised Denmark.", "recognise 1976-05-03 stated"),
        ("Norway bombed Denmark until 1976.", "bomb ../1976 stated"),
    ]) func whatIsDeniedUpToADateHappenedAtIt(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway imprisoned the activist for protests in 2011.", "2011"),
        ("Norway thanked Denmark for its help in 1995.", "1995"),
        ("Norway jailed two Danes for the riots of June 1999.", "1999-06"),
        ("Since Denmark had invaded Finland in 1990, Norway condemned Denmark.", "1990"),
        ("Norway demanded that Denmark leave Finland by March 1970.", "1970-03"),
        ("Friday Banda, the president of Zambia, visited Norway.", "2024-03-15"),
    ]) func aCauseADeadlineOrANameIsNoDate(text: String, date: String) throws {
        // Who is in office is so on the day of publication, whatever the words tell.
        let events = try Self.dates(text).filter { !$0.hasSuffix(" published") }
        #expect(!events.isEmpty)
        let other = ["attack", "invade", "withdraw-forces"]
        #expect(events.filter { $0.contains(" \(date) ") && !other.contains(String($0.prefix { $0 != " " })) } == [])
    }

    @Test func theOnlyTimeIsTheTimeToldBefore() throws {
        let events = try Self.dates(
            "In 1970 Norway invited Denmark. This was the only time Norway gave aid to Denmark.")
        #expect(events.contains("give-aid 1970 resolved"), "\(events)")
    }

    @Test func aDateThatStandsOverATextTellsWhatFollows() throws {
        #expect(try Self.dates("May 2013: Norway recognised Denmark.") == ["recognise 2013-05 stated"])
        let parts: [(Block.Kind, String)] = [
            (.heading, "2013"), (.paragraph, "Norway recognised Denmark."), (.heading, "Overview"),
            (.paragraph, "Sweden attacked Finland."),
        ]
        var (text, blocks) = ("", [Block]())
        for (kind, words) in parts {
            let start = text.utf8.count
            text += words
            blocks.append(Block(kind: kind, span: ByteSpan(start, text.utf8.count)))
            text += "\n\n"
        }
        let coder = try TestModel.ruleCoder()
        let document = Document(name: "text", text: text, metadata: DocumentMetadata(), blocks: blocks)
        let reports = coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
        #expect(reports.filter { $0.kind == .event }.map { $0.date?.edtf } == ["2013", nil])
        #expect(reports.first { $0.kind == .event }?.date?.basis == .resolved)
    }

    @Test(arguments: [
        ("Norway has been a member of the European Union since 1995.", "member-of 1995/.. stated"),
        ("Norway ruled Denmark for 20 years from 1945.", "leads 1945/1965 resolved"),
        ("President Velgard of Norway met with Denmark in May 2012.", "holds-office 2012-05 stated"),
    ]) func aStateOfAffairsHasItsBeginningAndEnd(text: String, state: String) throws {
        let states = try Self.dates(text)
        #expect(states.contains(state), "\(states)")
    }

    @Test(arguments: [
        "1991, May 24. Norway recognised Denmark. Sweden condemned Norway.", "(24 May 1991) Norway recognised Denmark.",
        "1991-05-24 Norway recognised Denmark.", "24 May 1991\nNorway recognised Denmark.",
        "May 3, 1990 – Sweden attacked Finland.\nMay 24, 1991 – Norway recognised Denmark.",
    ]) func aLineOfAChronologyHasTheDateItOpensWith(text: String) throws {
        let events = try Self.dates(text, publishedOn: nil)
        #expect(events.contains { $0.hasPrefix("recognise 1991-05-24") }, "\(events)")
    }

    @Test func theDayOfPublicationIsNoDateOfAnEvent() throws {
        #expect(try Self.dates("Norway has condemned Denmark.") == ["condemn"])
        #expect(try Self.dates("Norway attacked Denmark.") == ["attack"])
    }
}
