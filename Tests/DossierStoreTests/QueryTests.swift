import ChanceryCore
import Foundation
import Testing

@testable import DossierStore

@Suite struct QueryTests {
    let dossier: Dossier

    init() throws { dossier = try Sample.filled(at: try Sample.path()) }

    static let filters: [(ItemFilter, [String])] = [
        (ItemFilter(), ["event", "figure", "event", "statement"]),
        (ItemFilter(kinds: [.figure]), ["figure"]),
        (ItemFilter(kinds: [.figure, .statement]), ["figure", "statement"]),
        (ItemFilter(entities: ["veldania"]), ["event", "event"]),
        (ItemFilter(entities: ["VEL"]), ["event", "event"]),
        (ItemFilter(entities: ["Osk"]), ["event", "event", "statement"]),
        (ItemFilter(entities: ["Osk", "Veldania"]), ["event", "event"]),
        (ItemFilter(entities: ["Vel"]), ["event", "event", "statement"]),
        (ItemFilter(entities: ["ana vel"]), ["statement"]),
        (ItemFilter(entities: ["Nobody"]), []),
        (ItemFilter(entities: ["Tiranë"]), ["figure"]),
        (ItemFilter(kinds: [.figure], entities: ["teachers"]), ["figure"]),
        (ItemFilter(entities: ["O'sk\" OR 1"]), []),
        (ItemFilter(from: "1992"), ["event"]),
        (ItemFilter(to: "1991-06"), ["event"]),
        (ItemFilter(from: "1991", to: "1992"), ["event", "event"]),
        (ItemFilter(from: "1993"), []),
        (ItemFilter(type: "support"), ["event", "event"]),
        (ItemFilter(type: "recognise"), ["event", "event"]),
        (ItemFilter(type: "ASSAULT"), []),
        (ItemFilter(document: "brief.txt"), ["event", "figure"]),
        (ItemFilter(document: String(Sample.essay.hash.prefix(12))), ["event", "statement"]),
        (ItemFilter(document: "brief.txt", isAlone: true), ["figure"]),
        (ItemFilter(document: "essay.txt", isAlone: true), ["statement"]),
        (ItemFilter(isAlone: true), ["event", "figure", "event", "statement"]),
    ]

    @Test(arguments: filters)
    func aFilterLetsThroughWhatFits(filter: ItemFilter, kinds: [String]) throws {
        #expect(try dossier.reports(matching: filter).map(\.report.kind.rawValue) == kinds)
    }

    @Test func groupsOfAStateAreAskedForApartFromIt() throws {
        // A person about whom nothing but the state is known stands for it.
        #expect(try dossier.reports(matching: ItemFilter(groupsOf: ["Osk"])).isEmpty)
        let document = Sample.text("front.txt", "The Osk Front met Veldania.")
        let front = Participant(
            name: "Osk Front", code: "OSK", sector: "REB", kind: .organisation,
            span: Sample.span("Osk Front", in: document))
        let met = Report(
            document: document.name, documentHash: document.hash, span: Sample.span(document.text, in: document),
            content: .event(
                Event(
                    type: "CONSULT", concept: "meet", actors: [front],
                    recipients: [Sample.party("Veldania", "VEL", words: "Veldania", in: document)])),
            trigger: Sample.span("met", in: document), rule: "CONSULT-meet-01", key: "event|CONSULT")
        try dossier.add(
            document, original: Data(document.text.utf8), format: "txt", reports: [met], stamp: Sample.stamp)
        #expect(try dossier.reports(matching: ItemFilter(groupsOf: ["Osk"])).map(\.id) == [met.id])
        #expect(
            try dossier.reports(matching: ItemFilter(entities: ["Veldania"], groupsOf: ["OSK"])).map(\.id) == [met.id])
        #expect(try dossier.reports(matching: ItemFilter(entities: ["Osk"])).contains { $0.id == met.id } == false)
        #expect(try dossier.reports(matching: ItemFilter(entities: ["Osk Front"])).map(\.id) == [met.id])
        #expect(try dossier.members(of: "osk").standsApart(front))
    }

    @Test func leadersAndDelegationsOfABodyStandForIt() throws {
        let document = Sample.text(
            "guests.txt",
            "The Osk Front delegation, Aro Lun and Osk Front dissidents met Veldania. Aro Lun leads the Osk Front.")
        func one(_ name: String, _ sector: String, _ kind: EntityKind) -> Participant {
            Participant(name: name, code: "OSK", sector: sector, kind: kind, span: Sample.span(name, in: document))
        }
        let front = one("Osk Front", "REB", .organisation)
        func report(_ content: Report.Content, _ trigger: String, _ key: String) -> Report {
            Report(
                document: document.name, documentHash: document.hash, span: Sample.span(document.text, in: document),
                content: content, trigger: Sample.span(trigger, in: document), rule: key, key: key)
        }
        let leads = report(
            .state(
                StateOfAffairs(
                    subject: [one("Aro Lun", "REB", .person)], relation: "leads", concept: "leads", object: [front])),
            "leads", "state|leads")
        let veldania = Sample.party("Veldania", "VEL", words: "Veldania", in: document)
        let met = report(
            .event(
                Event(
                    type: "CONSULT", concept: "meet",
                    actors: [one("Osk Front delegation", "REB", .group), one("Osk Front dissidents", "CVL", .group)],
                    recipients: [veldania])), "met", "event|CONSULT")
        try dossier.add(
            document, original: Data(document.text.utf8), format: "txt", reports: [leads, met], stamp: Sample.stamp)
        #expect(try dossier.members(of: "Osk Front").officers == ["Aro Lun", "Osk Front delegation"])
        #expect(
            try dossier.reports(matching: ItemFilter(kinds: [.event], entities: ["Osk Front"])).map(\.id) == [met.id])
        #expect(try dossier.members(of: "Aro Lun").officers.isEmpty)
    }

    /// What has no beginning lies at its end, but for a state of affairs, which holds before it; what has no end goes on.
    @Test(
        arguments: [
            ("figure", "../2025-23", nil, "1990", false), ("figure", "../2025-23", nil, "2025-10", true),
            ("figure", "../2025-23", "2020", "2025", true), ("figure", "../2025-23", "2030", nil, false),
            ("figure", "../2025-23", "2024", nil, true), ("state", "../2025-23", nil, "1990", true),
            ("state", "../2025-23", "2030", nil, false), ("figure", "2013/..", "2030", nil, true),
            ("state", "2013/..", "2030", nil, true), ("figure", "2013/..", nil, "2012", false),
            ("figure", "1990/1995", nil, "1992", true), ("figure", "1990/1995", nil, "1989", false),
        ] as [(String, String, String?, String?, Bool)])
    func rangesWithOneEndPassWhereTheyCanLie(
        kind: String, date: String, from: String?, to: String?, passes: Bool
    ) throws {
        let document = Sample.text("range.txt", "Veldania held 40 seats then.")
        let party = Sample.party("Veldania", "VEL", words: "Veldania", in: document)
        let report = Report(
            document: document.name, documentHash: document.hash, span: Sample.span(document.text, in: document),
            content: kind == "state"
                ? .state(StateOfAffairs(subject: [party], relation: "held", concept: "", object: []))
                : .figure(Figure(value: 40, unit: "seats", of: "seats")),
            trigger: Sample.span(kind == "state" ? "held" : "40", in: document),
            date: ReportDate(edtf: date, basis: .resolved, evidence: Evidence(Sample.span("then", in: document))),
            rule: "MADE-01", key: "made")
        let dossier = try Dossier.create(at: try Sample.path())
        try dossier.add(document, original: Data(), reports: [report], stamp: Sample.stamp)
        #expect(try dossier.reports(matching: ItemFilter(from: from, to: to)).count == (passes ? 1 : 0))
        #expect(try dossier.entries(matching: ItemFilter(from: from, to: to)).count == (passes ? 1 : 0))
    }

    @Test(arguments: ["yesterday", "1991-13", "XXXX-10-07"])
    func aFilterWithoutAProperDateIsRefused(date: String) {
        let error = #expect(throws: DossierError.self) { try dossier.reports(matching: ItemFilter(from: date)) }
        #expect(error?.code == .invalid && error?.message.contains(date) == true)
    }

    /// Whoever asks for a party by another name finds the figures whose words have that name; a name of two letters is no word.
    @Test func figuresAreFoundByTheWordThatWasTyped() throws {
        var filter = ItemFilter(kinds: [.figure], entities: ["Albania"])
        #expect(try dossier.reports(matching: filter).isEmpty)
        filter.calls = ["Albania": "Tiranë"]
        #expect(try dossier.reports(matching: filter).count == 1)
        filter.calls = ["Albania": "Ti"]
        #expect(try dossier.reports(matching: filter).isEmpty)
    }

    @Test func reportsCarryTheirWords() throws {
        let items = try dossier.reports(matching: ItemFilter(kinds: [.figure]))
        #expect(items.map(\.words) == ["Tiranë sent 1,200 teachers"])
    }

    @Test func entriesComeInTheOrderOfTheirDatesWithAllTheirReports() throws {
        let entries = try dossier.entries()
        #expect(entries.map(\.entry.kind) == [.event, .figure, .statement])
        #expect(entries[0].reports.map(\.report.document) == ["brief.txt", "essay.txt"])
        #expect(entries[0].disputes.map(\.dimension) == [.date])
        let some = try dossier.entries(matching: ItemFilter(from: "1992"))
        #expect(some == [entries[0]])
    }

    @Test func aReportWithoutAnEntryIsShownAsOneOfItsOwn() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        try dossier.add(Sample.brief, original: Data(), reports: Sample.briefReports, stamp: Sample.stamp)
        #expect(try dossier.needsReconciling())
        #expect(try dossier.entries().map(\.entry.kind) == [.event, .figure])
    }

    @Test func anIdOrItsBeginningLeadsToTheItem() throws {
        let report = Sample.teachers()
        let entry = try dossier.entries(matching: ItemFilter(kinds: [.figure]))[0]
        #expect(try dossier.item(withID: report.id) == .report(entry.reports[0], entry: entry.id))
        #expect(try dossier.item(withID: String(entry.id.prefix(9)).uppercased()) == .entry(entry))
        for (id, code) in [("", DossierError.Code.noSuchItem), ("zzz", .noSuchItem), ("e", .ambiguous)] {
            let error = #expect(throws: DossierError.self) { try dossier.item(withID: id) }
            #expect(error?.code == code)
        }
    }

    @Test func participantsAreCounted() throws {
        let parties = try dossier.participants()
        #expect(parties.map(\.name) == ["Osk", "Veldania", "Ana Vel"])
        #expect(parties[0].counts == [.event: 2] && parties[0].roles == ["recipient": 2])
        #expect(parties[0].documents == ["brief.txt", "essay.txt"])
        #expect(parties[2].kind == .person && parties[2].code == "OSK")
        #expect(try dossier.participants(matching: ItemFilter(document: "brief.txt")).count == 2)
    }

    @Test func documentsAreListedWithCountsAndCopies() throws {
        let documents = try dossier.documents()
        #expect(documents.map(\.name) == ["brief.txt", "essay.txt"])
        #expect(documents[0].counts == [.event: 1, .figure: 1])
        #expect(documents[0].codePoints == Sample.brief.text.unicodeScalars.count)
        #expect(documents[0].line.publisher == "The Gazette" && documents[0].stamp == Sample.stamp)
    }

    @Test(arguments: [
        ("teachers", 1, 1), ("teacher", 1, 1), ("tirane", 1, 1), ("VELDANIA recognise", 2, 2), ("nothing", 0, 0),
        ("\"recognised osk\"", 2, 2), ("\"osk recognised\"", 0, 0), ("", 0, 0), ("\" ( * ^ NEAR(", 0, 0),
        ("osk AND", 0, 0),
    ])
    func searchFindsWordsByTheirStem(words: String, documents: Int, reports: Int) throws {
        let result = try dossier.search(words)
        #expect(result.documents.count == documents)
        #expect(result.reports.count == reports)
        for hit in result.documents + result.reports {
            let map = OffsetMap(try dossier.document(named: hit.document).document.text)
            for part in hit.excerpt.parts { #expect(map.text(part.span) == part.text) }
            #expect(!hit.matches.isEmpty && hit.excerpt.parts.flatMap(\.matches) == hit.matches)
        }
    }

    @Test func matchesArePlacedInCodePoints() throws {
        let hit = try #require(try dossier.search("teachers").documents.first)
        #expect(hit.matches == [Sample.span("teachers", in: Sample.brief)])
    }

    @Test func aSnippetOfALongTextShowsThePlaceWithMostMatches() throws {
        let filler = String(repeating: "Nothing else is told hére. ", count: 60)
        let long = Sample.text("long.txt", "A treaty. " + filler + "The treaty of peace, a treaty for all. " + filler)
        _ = try dossier.add(long, original: Data(), reports: [], stamp: Sample.stamp)
        let hit = try #require(try dossier.search("treaty", limit: 1).documents.first)
        let part = try #require(hit.excerpt.parts.first)
        #expect(hit.excerpt.parts.count == 1 && part.text.contains("a treaty for all"))
        #expect(hit.matches.count == 2 && part.span.count <= Excerpt.length)
        #expect(OffsetMap(long.text).text(part.span) == part.text)
    }

    @Test func anExcerptShowsEveryWordHoweverFarApart() throws {
        let filler = String(repeating: "Nothing else is told hére. ", count: 60)
        let long = Sample.text("long.txt", "A zebra came. " + filler + "A giraffe came. " + filler)
        _ = try dossier.add(long, original: Data(), reports: [], stamp: Sample.stamp)
        let excerpt = try #require(try dossier.search("giraffe zebra").documents.first).excerpt
        #expect(excerpt.parts.map(\.matches.count) == [1, 1])
        #expect(excerpt.parts[0].text.contains("zebra") && excerpt.parts[1].text.contains("giraffe"))
        #expect(!excerpt.isCutBefore && excerpt.isCutAfter)
        // Of a short text all of it.
        let short = try #require(try dossier.search("teachers").documents.first).excerpt
        #expect(short.parts.map(\.text) == [Sample.brief.text] && !short.isCutAfter)
    }

    @Test func charactersThatMarkMatchesMayStandInTheText() throws {
        let marks = try [0xFDD0, 0xFDD1].map { String(Character(try #require(Unicode.Scalar($0)))) }
        let odd = Sample.text("odd.txt", marks.joined() + " zebra " + marks[0])
        _ = try dossier.add(odd, original: Data(), reports: [], stamp: Sample.stamp)
        #expect(try dossier.search("zebra").documents.first?.matches == [CodePointSpan(3, 8)])
    }

    @Test func severalReadersReadAtOnce() async throws {
        let expected = try Sample.export(dossier)
        let dossier = dossier
        let exports = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { try Sample.export(dossier) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(exports.count == 8 && exports.allSatisfy { $0 == expected })
    }
}
