import ChanceryCore
import Coding
import Testing

@testable import Record

@Suite struct PartyLookupTests {
    /// A record about invented states and some real names of the lists' kind.
    private static let known: [PartyLookup.Known] = [
        .init(name: "Osk", code: "OSK", kind: .state),
        .init(name: "Veldania", code: "VLD", kind: .state),
        .init(name: "People's Front of Veldania", code: "VLD", kind: .organisation),
        .init(name: "Ana Dol", code: "OSK", kind: .person, sector: "GOV"),
        .init(name: "A. Dol", code: "OSK", kind: .person),
        .init(name: "Ben Rao", code: "", kind: .person), .init(name: "Ida Rao", code: "", kind: .person),
        .init(name: "Luís Ångström-Peña", code: "", kind: .person),
        .init(name: "Oskar", code: "", kind: .person),
        .init(name: "fighters of the Front", code: "VLD", kind: .group),
        .init(name: "Osk Union", code: "", kind: .organisation),
        .init(name: "Selma", code: "OSK", kind: .place),
        .init(name: "Ardel", code: "OSK", kind: .place),
        .init(name: "Council for Trade and Harbours", code: "", kind: .organisation),
        .init(name: "Tarn soldiers", code: "TRN", kind: .group),
    ]

    private static let listed: [ListedParty] = [
        ListedParty(
            "Osk", code: "OSK", kind: .state, aliases: ["Republic of Osk"], adjectives: ["Oskan", "Oskans"],
            seats: ["Selma", "Grey House"]),
        ListedParty("Veldania", code: "VLD", kind: .state, adjectives: ["Veldanian"], seats: ["Vel"]),
        ListedParty("Tarn", code: "TRN", kind: .state, adjectives: ["Tarnish"], seats: ["Upper Tarn"]),
        ListedParty("Umbria", code: "UMB", kind: .state, adjectives: ["Umbrian"]),
        ListedParty("People's Front of Veldania", code: "VLD", kind: .organisation, aliases: ["PFV", "P.F.V."]),
    ]

    private static let calls: [PartyLookup.Call] = [
        .init(words: "the northern power", name: "Osk"), .init(words: "the southern power", name: "Veldania"),
        .init(words: "the power", name: "Osk"), .init(words: "the power", name: "Veldania"),
    ]

    private let lookup = PartyLookup(
        known: known, rulings: [.init(words: "Ardenica", name: "Osk")], listed: { listed }, calls: { calls })

    @Test(arguments: [
        // As the record has it, however it is typed.
        ("Osk", "Osk"), ("osk", "Osk"), ("  OSK ", "Osk"), ("OSK", "Osk"), ("vld", "Veldania"),
        ("the Osk Union", "Osk Union"),
        ("People’s Front of Veldania", "People's Front of Veldania"),
        ("peoples front of veldania", "People's Front of Veldania"),
        ("Luis Angstrom-Pena", "Luís Ångström-Peña"), ("luis angstrom pena", "Luís Ångström-Peña"), ("Osk's", "Osk"),
        // As the lists have it.
        ("Republic of Osk", "Osk"), ("Oskan", "Osk"), ("Oskans", "Osk"), ("Selma", "Osk"), ("the Grey House", "Osk"),
        ("Veldanian", "Veldania"), ("PFV", "People's Front of Veldania"), ("p.f.v.", "People's Front of Veldania"),
        // Where nobody but its people takes part, the code stands for all of them.
        ("Tarnish", "TRN"), ("Tarn", "TRN"), ("trn", "TRN"),
        // Parts, initials, rulings, the texts' own words.
        ("Dol", "Dol"), ("Ångström-Peña", "Luís Ångström-Peña"), ("OU", "Osk Union"),
        ("Front", "People's Front of Veldania"),
        ("Trade and Harbours", "Council for Trade and Harbours"), ("Ida", "Ida Rao"), ("Ardel", "Ardel"),
        ("ardenica", "Osk"), ("the northern power", "Osk"),
    ]) func aWordMeansOneParty(word: String, name: String) throws {
        guard case .party(let party, _) = try lookup.find(word) else {
            Issue.record("\(word): \(try lookup.find(word))")
            return
        }
        #expect(party.name == name)
    }

    @Test(arguments: [("Rao", ["Ben Rao", "Ida Rao"]), ("power", ["Osk", "Veldania"])])
    func severalAreListed(word: String, names: [String]) throws {
        guard case .several(let found) = try lookup.find(word) else {
            Issue.record("\(word): \(try lookup.find(word))")
            return
        }
        #expect(Set(found) == Set(names))
    }

    @Test(arguments: [
        ("Vedlania", "Veldania"), ("Veldani", "Veldania"), ("Oskann", "Osk"), ("Dohl", "Ana Dol"),
        ("Peoples Frnt of Veldania", "People's Front of Veldania"), ("Minister Dol", "Ana Dol"), ("Oks", "Osk"),
    ]) func aTypoIsAnsweredWithTheNearest(word: String, name: String) throws {
        guard case .unknown(let nearest) = try lookup.find(word) else {
            Issue.record("\(word): \(try lookup.find(word))")
            return
        }
        #expect(nearest.contains(name), "\(nearest)")
    }

    @Test(arguments: ["Zzyzx", "", "…", "'", "\u{0}", "Qwertyuiop asdf"])
    func nothingNearIsNotGuessed(word: String) throws { #expect(try lookup.find(word) == .unknown(nearest: [])) }

    @Test(arguments: ["Umbria", "Umbrian", "UMB"]) func whoTheListsKnowAndTheRecordDoesNotIsAbsent(word: String) throws
    {
        #expect(try lookup.find(word) == .absent(.init(name: "Umbria", code: "UMB", kind: .state)))
    }

    /// What is written into the record is not guessed from a part of a name.
    @Test func partsOfNamesDoNotNameAPartyInARuling() throws {
        #expect(try lookup.named("Trade and Harbours") == .unknown(nearest: ["Council for Trade and Harbours"]))
        #expect(try lookup.named("Oskan") == .party(.init(name: "Osk", code: "OSK", kind: .state), because: .adjective))
    }

    @Test(arguments: [
        ("US", "United States"), ("U.S.", "United States"), ("Washington", "United States"), ("Tehran", "Iran"),
        ("PLO", "Palestine Liberation Organization"), ("P.L.O.", "Palestine Liberation Organization"),
        ("UN", "United Nations"), ("Albanian", "Albania"), ("Tirana", "Albania"), ("Bern", "Switzerland"),
        ("the Netherlands", "Netherlands"), ("Dutch", "Netherlands"), ("GBR", "United Kingdom"),
    ]) func theProgramsListsAreUnderstood(word: String, name: String) throws {
        let listed = try ListedParty.all()
        let known = listed.filter { $0.kind == .state || $0.kind == .organisation }.map { PartyLookup.Known($0) }
        let lookup = PartyLookup(known: known, listed: { listed }, calls: { [] })
        guard case .party(let party, _) = try lookup.find(word) else {
            Issue.record("\(word): \(try lookup.find(word))")
            return
        }
        #expect(party.name == name)
    }
}
