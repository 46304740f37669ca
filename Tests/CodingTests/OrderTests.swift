import ChanceryCore
import Coding
import Testing

/// What texts put before, after and during what, with the language model.
@Suite struct OrderTests {
    /// Every link as "trigger relation trigger", the other's words in brackets where no report tells it.
    private static func links(_ text: String) throws -> [String] {
        let reports = try TextEvents.reports(text)
        let map = OffsetMap(text)
        let triggers = Dictionary(
            reports.map { ($0.id, map.text($0.trigger) ?? "") }, uniquingKeysWith: { first, _ in first })
        return reports.filter { $0.kind == .event }.flatMap { report in
            report.order.map { link in
                let other = triggers[link.report] ?? "[\(map.text(link.evidence.span) ?? "")]"
                return "\(triggers[report.id] ?? "") \(link.relation.rawValue) \(other)"
            }
        }
    }

    @Test(arguments: [
        (
            "After Denmark had attacked Sweden, Norway recalled its ambassador from Copenhagen.",
            "recalled after attacked"
        ),
        ("Norway suspended the agreement with Denmark following the arrest of its consul.", "suspended after arrest"),
        ("Norway expelled the Danish ambassador in response to the attack on its consulate.", "expelled after attack"),
        ("By the time Norway recognised Kosovo, Denmark had opened an embassy there.", "opened before recognised"),
        ("Norway has traded with Kosovo since it recognised it.", "traded after recognised"),
        ("Denmark attacked Norway during a visit by the Swedish president to Oslo.", "attacked during visit"),
        ("After meeting the Swedish president, Norway signed an agreement with Denmark.", "signed after meeting"),
        ("The attack by Denmark prompted Norway to expel the Danish ambassador.", "expel after attack"),
    ]) func signalsOrderWhatReportsTell(text: String, link: String) throws {
        let links = try Self.links(text)
        #expect(links.contains(link), "\(links)")
    }

    @Test(arguments: [
        ("Prior to the vote, Norway met Denmark in Geneva.", "met before [Prior to the vote]"),
        ("Norway broke off relations with Denmark after independence.", "broke after [after independence]"),
        ("Norway signed a treaty with Denmark in the wake of the war.", "signed after [in the wake of the war]"),
    ]) func whatNoReportTellsIsNamedByItsWords(text: String, link: String) throws {
        let links = try Self.links(text)
        #expect(links.contains(link), "\(links)")
    }

    @Test(arguments: [
        ("Denmark invaded Norway. Later, Denmark apologised to Norway.", "apologised after invaded"),
        ("Norway attacked Denmark and then signed a peace treaty with Sweden.", "signed after attacked"),
        ("Norway recognised Denmark, and Denmark in turn opened an embassy in Oslo.", "opened after recognised"),
    ]) func adverbsLookBackToWhatWasToldJustBefore(text: String, link: String) throws {
        let links = try Self.links(text)
        #expect(links.contains(link), "\(links)")
    }

    @Test(arguments: [
        // A place, a date, a reason, an office held at the time, what has not come about.
        "Norway met Denmark before the court.",
        "Norway recognised Denmark after 1988.",
        "Norway attacked Denmark, since it was weak.",
        "Denmark invaded Norway. Then party leader Anton Velgard visited Sweden.",
        "Norway will recognise Kosovo after Denmark attacked it.",
        "Norway blocked aid to Denmark until it could recognise Kosovo.",
    ]) func whatIsNoOrderIsNotRead(text: String) throws {
        #expect(try Self.links(text) == [])
    }

    @Test func linksNameReportsOfTheSameTextAndWordsOfIt() throws {
        let text =
            "Denmark invaded Norway. Norway fought Denmark after the invasion. Later, Denmark apologised to Norway."
        let reports = try TextEvents.reports(text)
        let ids = Set(reports.map(\.id))
        let links = reports.flatMap(\.order)
        #expect(!links.isEmpty)
        for link in links {
            #expect(link.report.isEmpty || ids.contains(link.report))
            #expect(OffsetMap(text).text(link.evidence.span)?.isEmpty == false)
        }
    }

    @Test func aReportReadsBackWithItsOrder() throws {
        let reports = try TextEvents.reports("Denmark invaded Norway. Later, Denmark apologised to Norway.")
        let report = try #require(reports.first { !$0.order.isEmpty })
        #expect(try JSONLine.decode(Report.self, from: JSONLine.encode(report)) == report)
    }
}
