import ChanceryCore
import Coding
import Testing
import TestSupport

/// Dates that a clause has from the clause beside it: what is declared, denied up to a day, told with "when", or joined.
@Suite struct DatesOfDeclaringTests {
    private static func dates(_ text: String) throws -> [String] {
        try TextEvents.reports(text).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            return "\(event.concept) \(report.date?.edtf ?? "")"
        }
    }

    @Test(arguments: [
        (
            "Norway recognised Denmark when King Haakon named Jon Berg to act as consul on 3 May 1912.",
            "recognise 1912-05-03"
        ),
        ("Norway did not recognise Denmark until it accepted an envoy on 3 May 1912.", "recognise 1912-05-03"),
        (
            "Norway did not recognise Denmark until the appointment of Jon Berg as consul on 3 May 1912.",
            "recognise 1912-05-03"
        ),
        ("No relations were established between Norway and Denmark until 1991.", "establish-relations 1991"),
        ("In 1990 Norway was one of the nine states that recognised Denmark.", "recognise 1990"),
        ("In 1990 Norway was the first state that recognised Denmark.", "recognise 1990"),
        (
            "The Norwegian embassy in Denmark was reopened and relations were resumed on 3 May 1912.",
            "open-mission 1912-05-03"
        ),
        (
            "The Norwegian government announced on 3 May 1912 that Norway was resuming relations with Denmark.",
            "establish-relations 1912-05-03"
        ),
        ("Norway did not recognise Denmark until 1912.", "recognise 1912"),
        (
            "In May 1990 President Karl Holm of Norway paid a visit to Denmark, where he met Foreign Minister Anna Borg.",
            "meet 1990-05"
        ),
        ("Norway closed its embassy in Denmark in 1995. Then President Karl Holm visited Oslo.", "visit 1995"),
    ]) func theClauseBesideTellsTheDay(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("In 1990 Norway was the state that had recognised Denmark.", "recognise "),
        ("The Norwegian government announced on 3 May 1912 that Norway would recognise Denmark.", "recognise "),
        ("The Norwegian government announced on 3 May 1912 that Sweden had recognised Denmark.", "recognise "),
        ("Norway attacked Denmark, and Sweden was invaded by Finland on 3 May 1912.", "attack "),
    ]) func anotherActOrAnotherTimeDoesNot(text: String, event: String) throws {
        let events = try Self.dates(text)
        #expect(events.contains(event), "\(events)")
    }

    /// What was not so until a day lasted up to it: the state of affairs ends where the act is dated.
    @Test(arguments: [
        ("Norway had no relations with Denmark until 1991.", "../1991"),
        ("Norway has had no relations with Denmark since 1975.", "1975/.."),
    ]) func whatWasNotSoUntilThenEndsThen(text: String, date: String) throws {
        let states = try TextEvents.reports(text).filter { $0.kind == .state && $0.modality == .negated }
        #expect(states.map { $0.date?.edtf ?? "" } == [date])
    }
}
