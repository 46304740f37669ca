import ChanceryCore
import Foundation
import Testing

@testable import Coding

/// What a reviewer of the lists would look for.
@Suite struct EntityLexiconTests {
    private static let lexicon = Result { try EntityLexicon.load() }

    @Test func everyCodeIsThreeCapitals() throws {
        for entry in try Self.lexicon.get().entries where !entry.code.isEmpty {
            #expect(
                entry.code.count == 3 && entry.code.allSatisfy { $0.isASCII && $0.isUppercase }, "\(entry.name)")
        }
    }

    @Test func everySectorIsOneOfPlovers() throws {
        let sectors: Set<String> = [
            "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
            "EDU",
            "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "",
        ]
        for entry in try Self.lexicon.get().entries {
            #expect(sectors.contains(entry.sector), "\(entry.name): \(entry.sector)")
        }
    }

    @Test func noNameStandsForTwoStatesOfToday() throws {
        let lexicon = try Self.lexicon.get()
        for entry in lexicon.entries where entry.sort == .state && entry.years == nil {
            let states = lexicon.names.readings(of: entry.name).map { lexicon.entries[$0.entry] }
                .filter { $0.sort == .state && $0.years == nil }
            #expect(Set(states.map(\.code)) == [entry.code], "\(entry.name)")
        }
    }

    @Test(arguments: [
        ("Albania", "ALB"), ("PLO", "PSE"), ("Côte d'Ivoire", "CIV"), ("USSR", "SUN"), ("Tirana", "ALB"),
        ("Kosovars", "KOS"),
        ("East German", "DDR"), ("Islamic Republic of Iran", "IRN"), ("al-Shabaab", "SOM"), ("Reuters", "GBR"),
    ]) func aListedNameHasItsCode(name: String, code: String) throws {
        let lexicon = try Self.lexicon.get()
        let reading = try #require(lexicon.names.readings(of: name).first)
        #expect(lexicon.entries[reading.entry].code == code)
    }

    @Test(arguments: [
        ("U.S.-led", "U.S.", "United States"), ("al‑Qaeda’s men", "al‑Qaeda", "Al-Qaeda"),
        ("People’s Republic\u{A0}of China’s", "People’s Republic\u{A0}of China", "China"),
    ]) func theLongestNameIsFoundWhateverItsDashesAndBlanks(text: String, words: String, name: String) throws {
        let lexicon = try Self.lexicon.get()
        let bytes = Array(text.utf8)
        let found = try #require(lexicon.names.longest(in: bytes, at: 0, wordEnd: bytes.count))
        #expect(lexicon.entries[found.readings[0].entry].name == name)
        #expect(String(decoding: bytes[..<found.end], as: UTF8.self) == words)
    }

    @Test func aWordIsNotFoundInsideALongerOne() throws {
        let bytes = Array("Omanis".utf8)
        let found = try Self.lexicon.get().names.longest(in: bytes, at: 0, wordEnd: bytes.count)
        #expect(found?.end == bytes.count)
        let longer = Array("Chadwick".utf8)
        #expect(try Self.lexicon.get().names.longest(in: longer, at: 0, wordEnd: longer.count) == nil)
    }

    @Test func aRowWithAnUnknownClassIsNamedWithItsLine() throws {
        let titles = try EntityTable(Data("former\tex\n".utf8), file: "titles.tsv", fields: 2...2)
        let roles = try EntityTable(Data("# c\nofice\tGOV\tmayor\n".utf8), file: "roles.tsv", fields: 3...3)
        let relations = try EntityTable(Data(), file: "relations.tsv", fields: 2...2)
        let error = #expect(throws: EntityDataError.self) {
            try RoleTable(roles: roles, titles: titles, relations: relations, hissing: [])
        }
        #expect(error?.line == 2)
        #expect(error?.message.contains("ofice") == true)
    }
}
