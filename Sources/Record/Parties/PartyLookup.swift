package import ChanceryCore
package import Coding

/// Finds the party that somebody means by a word: an alias, an acronym, an adjective, a capital, a surname, a part of a
/// long name, the texts' own short form, an alpha-3 code.
///
/// What the record names exactly comes first; then what the lists know and the record has; then parts of names and the
/// texts' own words. Where several fit, all are given: nothing is guessed. A pure value: the record's names are handed
/// over, and what is costly to gather is asked for only where it is needed.
///
/// ```swift
/// PartyLookup(known: parties, listed: ListedParty.all, calls: { [] }).find("Tirana")   // .party(Albania, because: .seat)
/// ```
package struct PartyLookup: Sendable {
    /// A party of the record.
    package struct Known: Hashable, Sendable {
        /// The canonical name.
        package var name: String
        /// The alpha-3 code of the state it belongs to, or empty.
        package var code: String
        /// What sort of thing it is.
        package var kind: EntityKind
        /// PLOVER's sector, or empty.
        package var sector = ""
    }

    /// A name that documents or people give a party of the record.
    package struct Call: Hashable, Sendable {
        /// The words.
        package var words: String
        /// The canonical name.
        package var name: String
    }

    /// Why a word means a party.
    package enum Reason: Hashable, Sendable {
        /// The record calls it so, or its code was given.
        case name, code
        /// Somebody ruled so.
        case ruling
        /// The lists know it by that name, as an adjective or people, or as a capital or seat.
        case alias, adjective, seat
        /// It is the surname, the initials or a part of the name.
        case surname, initials, part
        /// A document calls it so.
        case words
    }

    /// What was found.
    package enum Finding: Hashable, Sendable {
        /// One party of the record.
        case party(Known, because: Reason)
        /// A party that the lists know and the record does not name.
        case absent(Known)
        /// More than one, by name; more letters are needed.
        case several([String])
        /// Nobody; perhaps one of these was meant.
        case unknown(nearest: [String])
    }

    private let known: [Known]
    private let forms: [String]
    private let rulings: [Call]
    private let listed: @Sendable () throws -> [ListedParty]
    private let calls: @Sendable () throws -> [Call]

    /// Makes the look-up.
    ///
    /// - Parameters:
    ///   - known: Everybody the record names, those named most first.
    ///   - rulings: What people ruled a name to stand for.
    ///   - listed: Gives the reviewable lists.
    ///   - calls: Gives the words by which the documents call the parties.
    package init(
        known: [Known], rulings: [Call] = [], listed: @escaping @Sendable () throws -> [ListedParty],
        calls: @escaping @Sendable () throws -> [Call]
    ) {
        self.known = known
        forms = known.map { NameFolding.typed($0.name) }
        self.rulings = rulings
        self.listed = listed
        self.calls = calls
    }

    /// Who is meant.
    package func find(_ word: String) throws -> Finding {
        let form = NameFolding.typed(word)
        guard !form.isEmpty else { return .unknown(nearest: []) }
        if let exact = exactly(form) { return .party(exact, because: .name) }
        if let state = state(code: form) { return .party(state, because: .code) }
        if let name = rulings.first(where: { NameFolding.typed($0.words) == form })?.name {
            return .party(party(NameFolding.typed(name)) ?? Known(name: name, code: "", kind: .group), because: .ruling)
        }
        let lists = ListedNames(try listed())
        let found = lists.parties(named: form)
        if let finding = present(found) { return finding }
        if let finding = byParts(form) { return finding }
        if let finding = try byWords(form) { return finding }
        if let first = found.first { return .absent(Known(first.party)) }
        if let code = known.first(where: { $0.code.lowercased() == form })?.code {
            return .party(Known(name: code, code: code, kind: .state), because: .code)
        }
        return .unknown(nearest: nearest(form, lists))
    }

    /// Who is meant by a word that is to be written into the record: by name, code, ruling, the lists, or a surname that
    /// one person alone bears.
    package func named(_ word: String) throws -> Finding {
        switch try find(word) {
        case .party(let party, .initials), .party(let party, .part), .party(let party, .words):
            .unknown(nearest: [party.name])
        case let finding: finding
        }
    }

    // MARK: By name and code

    /// The party of exactly that name; of several sorts under one name the one most named. A city that stands for its
    /// state is left to the lists.
    private func exactly(_ form: String) -> Known? {
        guard let place = forms.firstIndex(of: form) else { return nil }
        return known[place].kind == .place && !known[place].code.isEmpty ? nil : known[place]
    }

    private func party(_ form: String) -> Known? { forms.firstIndex(of: form).map { known[$0] } }

    private func state(code form: String) -> Known? {
        guard form.utf8.count == 3 else { return nil }
        let code = form.uppercased()
        // The state's own name stands under no sector, or under its government's, and is the most named.
        return known.first { $0.kind == .state && $0.code == code }
    }

    // MARK: By the lists

    private func present(_ found: [(party: ListedParty, reason: Reason)]) -> Finding? {
        var seen: [Known] = []
        var reason = Reason.alias
        for (listed, because) in found {
            guard let party = self.known(listed), !seen.contains(where: { $0.name == party.name }) else { continue }
            // A name before an adjective before a capital: what is named best is meant.
            if !seen.isEmpty, because != reason { break }
            seen.append(party)
            reason = because
        }
        guard let first = seen.first else { return nil }
        return seen.count == 1 ? .party(first, because: reason) : .several(seen.map(\.name))
    }

    /// The party of the record that a listed one is.
    private func known(_ listed: ListedParty) -> Known? {
        let names = ([listed.name] + listed.aliases).map(NameFolding.typed)
        for name in names { if let party = party(name) { return party } }
        guard listed.kind == .state else { return nil }
        if let state = state(code: listed.code) { return state }
        // Nobody but its people and bodies take part: its code stands for all of them.
        return known.contains { $0.code == listed.code }
            ? Known(name: listed.code, code: listed.code, kind: .state) : nil
    }

    // MARK: By parts of names

    private func byParts(_ form: String) -> Finding? {
        if let surname = surname(form) { return surname }
        if let place = forms.firstIndex(of: form) { return .party(known[place], because: .name) }
        let initials = known.filter { form.count > 1 && Self.initials($0.name) == form }
        if let finding = Self.one(of: initials, because: .initials) { return finding }
        // Named ones before what is only described: "Front" is the Popular Front, not "fighters of the Front".
        for kinds: Set<EntityKind> in [[.state, .organisation, .person], [.group, .place]] {
            let parts = zip(known, forms).filter { party, name in
                kinds.contains(party.kind) && form.count > 2 && (" " + name + " ").contains(" " + form + " ")
            }.map(\.0)
            if let finding = Self.one(of: parts, because: .part) { return finding }
        }
        return nil
    }

    /// The person who bears a surname: of several, one where the longer names only say more of the same person.
    private func surname(_ form: String) -> Finding? {
        let bearers = zip(known, forms).filter { $0.0.kind == .person && $0.1.hasSuffix(" " + form) }
        guard let first = bearers.first else { return nil }
        let longest = bearers.max { $0.1.count < $1.1.count }?.1 ?? first.1
        if bearers.allSatisfy({ Self.isShorter($0.1, of: longest) }) {
            return .party(bearers.count == 1 ? first.0 : Self.named(form, like: first.0), because: .surname)
        }
        return .several(bearers.map(\.0.name))
    }

    /// Several persons of the record who are one stand under the surname that all of them bear.
    private static func named(_ surname: String, like person: Known) -> Known {
        let words = person.name.split(separator: " ").suffix(surname.split(separator: " ").count)
        return Known(name: words.joined(separator: " "), code: person.code, kind: .person, sector: person.sector)
    }

    /// Whether every word of a name is a word of the longer one, its initial, or one letter away from it.
    private static func isShorter(_ name: String, of longer: String) -> Bool {
        let words = longer.split(separator: " ").map(Array.init)
        return name.split(separator: " ").map(Array.init).allSatisfy { word in
            words.contains { other in
                word == other || word.count == 1 && other.first == word.first
                    || word.count > 4 && Nearest.distance(word, other, limit: 1) <= 1
            }
        }
    }

    private static func initials(_ name: String) -> String {
        String(name.split { $0 == " " || $0 == "-" }.compactMap(\.first).filter(\.isUppercase)).lowercased()
    }

    private static func one(of parties: [Known], because reason: Reason) -> Finding? {
        var seen: Set<String> = []
        let named = parties.filter { seen.insert($0.name).inserted }
        guard let first = named.first else { return nil }
        return named.count == 1 ? .party(first, because: reason) : .several(named.map(\.name))
    }

    // MARK: By the texts' own words

    private func byWords(_ form: String) throws -> Finding? {
        var seen: Set<String> = []
        let names = try calls().filter { NameFolding.typed($0.words) == form }.map(\.name)
            .filter { seen.insert($0).inserted }
        let parties = names.compactMap { party(NameFolding.typed($0)) }
        return Self.one(of: parties, because: .words)
    }

    // MARK: Nobody

    /// Names of the record that are written like a word, or that the lists know by something written like it.
    private func nearest(_ form: String, _ lists: ListedNames) -> [String] {
        var candidates = zip(forms, known).map { (form: $0.0, result: $0.1.name) }
        for (name, listed) in lists.all {
            if let party = self.known(listed) { candidates.append((name, party.name)) }
        }
        let found = Nearest.of(form, among: candidates)
        guard found.isEmpty, let last = form.split(separator: " ").dropFirst().last else { return found }
        // A title before a name.
        return Nearest.of(String(last), among: candidates.filter { $0.form.hasSuffix(" " + last) })
    }
}

extension PartyLookup.Known {
    /// The party as the lists have it.
    package init(_ listed: ListedParty) {
        self.init(name: listed.name, code: listed.code, kind: listed.kind, sector: listed.sector)
    }
}

/// The reviewable lists, found by any of the names they give.
package struct ListedNames {
    private let parties: [ListedParty]

    /// Makes the table.
    package init(_ parties: [ListedParty]) { self.parties = parties }

    /// Who bears a name, in the form of ``NameFolding/typed(_:)``: by name and code first, then by adjectives and
    /// people, then by seats.
    package func parties(named form: String) -> [(party: ListedParty, reason: PartyLookup.Reason)] {
        let words = form.split(separator: " ").count
        func has(_ names: [String]) -> Bool {
            // Most names differ in their first letter: folding all of them would take longer than the rest.
            names.contains { Self.mayBe($0, form, words) && NameFolding.typed($0) == form }
        }
        let named = parties.filter {
            has([$0.name] + $0.aliases) || $0.kind == .state && $0.code.lowercased() == form
        }
        return named.map { ($0, .alias) } + parties.filter { has($0.adjectives) }.map { ($0, .adjective) }
            + parties.filter { has($0.seats) }.map { ($0, .seat) }
    }

    /// Every name of everybody, in the form that is compared.
    package var all: [(form: String, party: ListedParty)] {
        parties.flatMap { party in
            ([party.name] + party.aliases + party.adjectives + party.seats).map { (NameFolding.typed($0), party) }
        }
    }

    private static func mayBe(_ name: String, _ form: String, _ words: Int) -> Bool {
        guard let first = name.utf8.first, first < 0x80, let wanted = form.utf8.first else { return true }
        return first | 0x20 == wanted || first | 0x20 == 0x74  // "The …"
    }
}
