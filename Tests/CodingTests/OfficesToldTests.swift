import ChanceryCore
import Coding
import TestSupport
import Testing

/// Who holds which office, at every place that tells it, and as of when, with the language model.
@Suite struct OfficesToldTests {
    /// Offices as "person: body & body", with the date where one is given.
    private static func offices(_ text: String, publishedOn: String? = nil) throws -> [String] {
        try TextEvents.reports(text, publishedOn: publishedOn).compactMap { report in
            guard case .state(let state) = report.content, state.concept == "holds-office" else { return nil }
            let bodies = state.object.map(\.name).joined(separator: " & ")
            return "\(state.subject[0].name): \(bodies)" + (report.date.map { " \($0.edtf)" } ?? "")
        }
    }

    @Test(arguments: [
        ("Norway appointed Anna Holm as special envoy for Sudan.", "Anna Holm: Norway & Sudan"),
        ("The appointment of Anna Holm as Norway's special envoy for Sudan was welcomed.", "Anna Holm: Norway & Sudan"),
        ("Norway sent Special Envoy Anna Holm to Cairo.", "Anna Holm: Norway"),
        ("Former President Ola Berg of Norway visited Chad.", "Ola Berg: Norway"),
        ("Norwegian Foreign Minister Ola Berg met his counterpart Anna Lund in Lisbon.", "Anna Lund: Portugal"),
        ("Israel's Foreign Ministry was glad. Foreign Minister Ola Levy signed the treaty.", "Ola Levy: Israel"),
        ("Anna Holm, the spokesman of Norway's foreign ministry, left.", "Anna Holm: Norway's foreign ministry"),
    ]) func anOfficeIsToldOfItsHolder(text: String, office: String) throws {
        let found = try Self.offices(text)
        #expect(found.contains(office), "\(found)")
    }

    @Test(arguments: [
        "Norway considered Anna Holm as a special envoy for Sudan.",
        "Norway addressed Anna Holm as president.",
        "Norway will appoint Anna Holm as special envoy for Sudan.",
        "The Foreign Ministry was glad. Foreign Minister Ola Levy signed the treaty.",
    ]) func whatIsNoOfficeIsNotTold(text: String) throws {
        #expect(try Self.offices(text).isEmpty)
    }

    /// Whoever a text is mostly about, a minister of no told state is nobody's; its twin says whose.
    @Test(arguments: [("", [String]()), ("Norway's ", ["Ola Berg: Norway"])])
    func theStateThatATextIsMostlyAboutGivesNobodyAnOffice(owner: String, offices: [String]) throws {
        let text =
            String(repeating: "Norway sent aid to Norwegian towns. Norway's army helped. ", count: 4)
            + "\(owner)Foreign Minister Ola Berg arrived."
        #expect(try Self.offices(text) == offices)
    }

    @Test func anOfficeIsToldAtEachPlace() throws {
        let text = "President Ola Berg of Norway visited Chad. Later President Berg opened a school in Chad."
        #expect(try Self.offices(text) == ["Ola Berg: Norway", "Ola Berg: Norway"])
    }

    @Test(arguments: [
        ("President Ola Berg of Norway visited Chad in May 2012.", "Ola Berg: Norway 2012-05"),
        ("President Ola Berg of Norway likes Chad.", "Ola Berg: Norway 2024-03-15"),
        ("On Tuesday President Ola Berg of Norway visited Chad.", "Ola Berg: Norway 2024-03-12"),
        ("Former President Ola Berg of Norway likes Chad.", "Ola Berg: Norway"),
    ]) func anOfficeIsHeldOnTheDayOfWhatIsTold(text: String, office: String) throws {
        let found = try Self.offices(text, publishedOn: "2024-03-15")
        #expect(found == [office], "\(found)")
    }

    @Test(arguments: [
        ("The dispute between Greece and Turkey over the islands is old.", "at-odds"),
        ("Greece fears for its fisheries.", "stance"), ("The British colony of India was large.", "part-of"),
        ("The vote mirrored Norway's support for the peace process.", "stance"),
        ("Norway studied Iran's nuclear program.", "has-programme"), ("Spain did not recognise Kosovo.", "recognises"),
        ("Lisbon is a city in Portugal. Norway has an embassy there.", "has-mission"),
    ]) func aTieIsToldByItsNoun(text: String, concept: String) throws {
        #expect(try Self.concepts(text).contains(concept))
    }

    @Test(arguments: [
        ("Greece settled its dispute with Turkey over the islands.", "at-odds"),
        ("There is a potential for conflict between Greece and Turkey.", "at-odds"),
        ("Norway declined to affirm its support for the peace process.", "stance"),
        ("Norway severed its relations with Iceland.", "has-relations"), ("Spain recognised Kosovo.", "recognises"),
        ("The French and Indian War was long.", "at-war"),
    ]) func anActOnATieIsNoState(text: String, concept: String) throws {
        #expect(try !Self.concepts(text).contains(concept))
    }

    private static func concepts(_ text: String) throws -> [String] {
        try TextEvents.reports(text).compactMap { report in
            guard case .state(let state) = report.content else { return nil }
            return state.concept
        }
    }
}
