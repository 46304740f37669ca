import ChanceryCore
import Coding
import Testing

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
        let coder = try TestModel.coder()
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

    @Test func theDayOfPublicationIsNoDateOfAnEvent() throws {
        #expect(try Self.dates("Norway has condemned Denmark.") == ["condemn"])
        #expect(try Self.dates("Norway attacked Denmark.") == ["attack"])
    }
}
