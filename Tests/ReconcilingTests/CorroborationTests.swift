import ChanceryCore
import Reconciling
import Testing

@Suite struct CorroborationTests {
    /// A document line by name; "herald" published by "Osk Herald" under a byline is established.
    private static func line(
        _ name: String, publisher: String = "", by authors: [String] = [], on date: String = "",
        marks: [(OriginMark.Kind, String)] = []
    ) -> DocumentLine {
        DocumentLine(
            Document(
                name: name, text: name,
                metadata: DocumentMetadata(authors: authors, publisher: publisher, publishedOn: date),
                originMarks: marks.map { OriginMark(kind: $0, name: $1, span: ByteSpan(0, 1)) }))
    }

    /// The one entry of a recognition told by documents of the given lines, each attributed as given.
    private static func entry(
        _ lines: [DocumentLine], sources: [String: [String]] = [:], modalities: [String: Modality] = [:],
        dates: [String: String] = [:]
    ) throws -> Entry {
        let reports = lines.map { line in
            var report = Made.report(
                line.doc, Made.event("recognise"), dates[line.doc] ?? "1991", modalities[line.doc] ?? .asserted)
            report.attribution = (sources[line.doc] ?? []).map {
                AttributionLink(source: $0, cue: "said", evidence: Evidence(CodePointSpan(0, 1)))
            }
            return report
        }
        let result = try Reconciler().reconcile(documents: lines, reports: reports)
        #expect(try result == Reconciler().reconcile(documents: lines.reversed(), reports: reports.reversed()))
        return try #require(result.entries.count == 1 ? result.entries.first : nil)
    }

    private static let herald = line("herald", publisher: "The Osk Herald", by: ["Jana Roe"])
    private static let courier = line("courier", publisher: "Tarn Courier", by: ["Ole Dam"])
    private static let unknown = line("unknown")

    // MARK: Lineage

    @Test(arguments: [
        (herald, DocumentLineage.Standing.own),
        (line("a", publisher: "Osk Herald"), .authorsUnknown),
        (line("a", publisher: "Osk Herald", by: ["News Desk"]), .authorsUnknown),
        (line("a", by: ["Jana Roe"]), .publisherUnknown),
        (line("a", publisher: "Osk Herald", by: ["Jana Roe"], marks: [(.agency, "Reuters")]), .agency),
        (line("a", publisher: "Osk Herald", by: ["Associated Press"]), .agency),
        (line("a", publisher: "Reuters", by: ["Jana Roe"], marks: [(.agency, "Reuters")]), .own),
        (
            line("a", publisher: "Osk Herald", by: ["Jana Roe"], marks: [(.originallyPublished, "Tarn Courier")]),
            .elsewhere
        ),
        (line("a", publisher: "osk.com", by: ["Jana Roe"], marks: [(.appearedFirst, "Osk")]), .own),
        (line("a", publisher: "Osk Herald", by: ["Jana Roe"], marks: [(.translation, "Veldanian")]), .translation),
        (line("a", publisher: "Osk Herald", marks: [(.byline, "Jana Roe")]), .own),
    ]) func aTellingIsItsPublishersOwnWhereNothingPointsElsewhere(
        line: DocumentLine, standing: DocumentLineage.Standing
    ) throws {
        #expect(try OriginFinder([line]).lineages[line.docHash]?.standing == standing)
    }

    @Test func aLineageLineReadsBackAsItWasWritten() throws {
        for lineage in try OriginFinder([Self.herald, Self.unknown]).lineages.values {
            #expect(try JSONLine.decode(DocumentLineage.self, from: try JSONLine.encode(lineage)) == lineage)
        }
    }

    // MARK: Origins of an entry

    @Test func twoOwnAccountsAreIndependent() throws {
        let entry = try Self.entry([Self.herald, Self.courier])
        #expect(entry.origins.map(\.standing) == [.own, .own])
        #expect(entry.independentOrigins == 2)
        #expect(entry.credibility == Credibility(.confirmed, [.independentOrigins]))
    }

    @Test func anAccountOfUnknownLineageAddsNothing() throws {
        let entry = try Self.entry([Self.herald, Self.unknown])
        #expect(entry.origins.count == 2 && entry.independentOrigins == 1)
        #expect(entry.credibility == Credibility(.possiblyTrue, [.independenceNotEstablished]))
        let bare = try Reconciler().reconcile(
            [Made.report("a", Made.event("recognise"), "1991")], lineages: [:], rulings: Rulings())
        #expect(bare.entries.first?.origins.map(\.standing) == [.unknown])
    }

    @Test(arguments: [
        (
            ["herald": ["Ministry of Osk"], "courier": ["Ministry of Osk"]],
            OriginGroup.Join(.source, "Ministry of Osk")
        ),
        (["courier": ["Osk Herald"]], OriginGroup.Join(.restsOn, "Osk Herald")),
        (["courier": ["Jana Roe"]], OriginGroup.Join(.restsOn, "Jana Roe")),
        (["herald": ["Reuters", "Ministry"], "courier": ["AP", "Ministry"]], OriginGroup.Join(.source, "Ministry")),
    ]) func tellingsOfOneSourceAreOfOneOrigin(sources: [String: [String]], join: OriginGroup.Join) throws {
        let entry = try Self.entry([Self.herald, Self.courier], sources: sources)
        #expect(entry.origins.count == 1)
        #expect(entry.origins.first?.joins.contains(join) == true)
        #expect(entry.credibility.grade == .cannotBeJudged)
    }

    @Test(arguments: [
        ([(OriginMark.Kind.agency, "Reuters")], [(OriginMark.Kind.agency, "Reuters")]),
        ([(.originallyPublished, "Tarn Gazette")], [(.reprint, "The Tarn Gazette")]),
        ([(.agency, "AP")], [(.agency, "Associated Press")]),
    ]) func marksOfOnePlaceOutsideTheRecordMakeOneOrigin(
        first: [(OriginMark.Kind, String)], second: [(OriginMark.Kind, String)]
    ) throws {
        let lines = [
            Self.line("a", publisher: "Osk Herald", by: ["Jana Roe"], marks: first),
            Self.line("b", publisher: "Tarn Courier", by: ["Ole Dam"], marks: second),
        ]
        let entry = try Self.entry(lines)
        #expect(entry.origins.count == 1)
        #expect(entry.origins.first?.joins.map(\.kind) == [.namedOrigin])
    }

    @Test func onePublisherOrOneAuthorIsOneOrigin() throws {
        let second = Self.line("second", publisher: "Osk Herald", by: ["Ana Dol"])
        #expect(
            try Self.entry([Self.herald, second]).origins.map(\.joins) == [[OriginGroup.Join(.publisher, "Osk Herald")]]
        )
        let guest = Self.line("guest", publisher: "Tarn Gazette", by: ["Jana Roe"])
        #expect(try Self.entry([Self.herald, guest]).origins.map(\.joins) == [[OriginGroup.Join(.author, "Jana Roe")]])
        let staff = ["a", "b"].map { Self.line($0, publisher: "Paper \($0)", by: ["Staff Writer"]) }
        #expect(try Self.entry(staff).origins.count == 2)
    }

    @Test func aSourceThatIsNotNamedEstablishesNothing() throws {
        let entry = try Self.entry([Self.herald, Self.courier], sources: ["courier": [""]])
        #expect(Set(entry.origins.map(\.standing)) == [.own, .unnamedSource])
        #expect(entry.independentOrigins == 1)
    }

    @Test func aTellingInASharedPassageCountsAsTheOtherDocuments() throws {
        func lineages(_ dates: [String]) throws -> [String: DocumentLineage] {
            let sketch: [UInt32] = (0..<16).map { $0 }
            var lines = [
                Self.line("herald", publisher: "The Osk Herald", by: ["Jana Roe"], on: dates[0]),
                Self.line("courier", publisher: "Tarn Courier", by: ["Ole Dam"], on: dates[1]),
            ]
            for place in lines.indices { lines[place].passages = [Passage(start: 0, end: 40, sketch: sketch)] }
            return try OriginFinder(lines).lineages
        }
        let inside = ["herald", "courier"].map { Made.report($0, Made.event("recognise"), "1991") }
        let dated = try Reconciler().reconcile(inside, lineages: try lineages(["2001", "2002"]), rulings: Rulings())
        #expect(dated.entries.first?.origins.map(\.standing) == [.own])
        #expect(dated.entries.first?.origins.first?.joins.contains { $0.kind == .passage } == true)
        // Which of the two has it from the other is not known where the dates do not tell.
        let undated = try Reconciler().reconcile(inside, lineages: try lineages(["", ""]), rulings: Rulings())
        #expect(undated.entries.first?.origins.map(\.standing) == [.sharedPassage])
        // What stands elsewhere in the two texts is each one's own.
        let outside = ["herald", "courier"].map { Made.report($0, at: 100, Made.event("recognise"), "1991") }
        let apart = try Reconciler().reconcile(outside, lineages: try lineages(["2001", "2002"]), rulings: Rulings())
        #expect(apart.entries.first?.independentOrigins == 2)
    }

    @Test func aCopyOfATextThatPointsElsewhereIsNotEstablished() throws {
        func copy(_ name: String, marks: [(OriginMark.Kind, String)]) -> DocumentLine {
            var line = Self.line(name, publisher: "Paper \(name)", by: ["Writer \(name)"], marks: marks)
            line.sketch = (0..<64).map { $0 }
            return line
        }
        let lines = [copy("a", marks: []), copy("b", marks: [(.agency, "Reuters")])]
        let lineages = try OriginFinder(lines).lineages
        #expect(lineages[lines[0].docHash]?.standing == .sharesOrigin)
        #expect(lineages[lines[1].docHash]?.standing == .agency)
        // One that names the other of the two leads to it.
        let known = [copy("a", marks: []), copy("b", marks: [(.originallyPublished, "Paper a")])]
        #expect(try OriginFinder(known).lineages[known[0].docHash]?.standing == .own)
    }

    // MARK: Credibility

    @Test func aDisputeAboutADetailLowersWhatIsConfirmed() throws {
        let entry = try Self.entry([Self.herald, Self.courier], dates: ["herald": "1991", "courier": "1992"])
        #expect(entry.credibility == Credibility(.probablyTrue, [.independentOrigins, .dateDisputed]))
    }

    @Test func whatOneDeniesIsDoubtfulAndWhatMostDenyIsImprobable() throws {
        let third = Self.line("third", publisher: "Tarn Gazette", by: ["Ana Dol"])
        let doubtful = try Self.entry([Self.herald, Self.courier], modalities: ["courier": .denied])
        #expect(doubtful.credibility == Credibility(.doubtful, [.independentOrigins, .factualityDisputed]))
        let improbable = try Self.entry(
            [Self.herald, Self.courier, third], modalities: ["courier": .denied, "third": .denied])
        #expect(improbable.credibility.grade == .improbable)
        #expect(improbable.credibility.reasons.contains(.denialsOutweigh))
        let denied = try Self.entry([Self.herald], modalities: ["herald": .denied])
        #expect(denied.credibility == Credibility(.cannotBeJudged, [.oneOrigin, .onlyDenied]))
    }

    @Test func aClaimThatNobodyAssertsIsNeverMoreThanPossible() throws {
        let claimed: [String: Modality] = ["herald": .claimed, "courier": .claimed]
        let entry = try Self.entry(
            [Self.herald, Self.courier], sources: ["herald": ["Ilir Var"], "courier": ["Ana Dol"]], modalities: claimed)
        #expect(entry.independentOrigins == 2)
        #expect(entry.credibility == Credibility(.possiblyTrue, [.independentOrigins, .nobodyAsserts]))
        let half = try Self.entry(
            [Self.herald, Self.courier], sources: ["courier": ["Ana Dol"]], modalities: ["courier": .claimed])
        #expect(half.credibility == Credibility(.probablyTrue, [.independentOrigins, .oneAsserts]))
    }

    // MARK: Many, and apart

    @Test func keysReconciledApartWithLineagesGiveTheSame() throws {
        let lines = [Self.herald, Self.courier, Self.unknown]
        let reports = lines.flatMap { line in
            ["k", "l", "m"].enumerated().map { place, key in
                Made.report(line.doc, at: place * 100, Made.event("recognise"), "199\(place)", key: key)
            }
        }
        let whole = try Reconciler().reconcile(documents: lines, reports: reports)
        let lineages = try OriginFinder(lines).lineages
        let parts = try Dictionary(grouping: reports, by: \.key).values.map {
            try Reconciler().reconcile($0, lineages: lineages, rulings: Rulings())
        }
        #expect(parts.flatMap(\.entries).sorted { $0.id < $1.id } == whole.entries)
        #expect(parts.flatMap(\.disputes).sorted { $0.id < $1.id } == whole.disputes)
        #expect(whole.entries.contains { $0.independentOrigins == 2 })
    }

    @Test func tenThousandCopiesAreOneOriginBesideOneOther() throws {
        let copies = (0..<10_000).map { "copy\($0)" }
        var lineages: [String: DocumentLineage] = [:]
        for name in copies {
            let hash = Digest.sha256(name)
            lineages[hash] = DocumentLineage(
                docHash: hash, doc: name, origin: "one", publisher: "Paper \(name)", authors: ["A \(name)"],
                standing: .own)
        }
        lineages[Self.herald.docHash] = try OriginFinder([Self.herald]).lineages[Self.herald.docHash]
        let reports = (copies + ["herald"]).map { Made.report($0, Made.event("recognise"), "1991") }
        let result = try Reconciler().reconcile(reports, lineages: lineages, rulings: Rulings())
        #expect(result.entries.map { $0.origins.map(\.reports.count).sorted() } == [[1, 10_000]])
        #expect(result.entries.first?.independentOrigins == 2)
        #expect(result.entries.first?.origins.flatMap(\.joins) == [OriginGroup.Join(.origin, "one")])
    }
}
