import ChanceryCore
import Grammar
import SpacyPipeline

/// What a document tells of each state besides its bare name, by which a name that a state shares with a person, a
/// territory or an older state is told apart.
struct StateEvidence: EntityStage {
    let text: EntityText
    private let years: [Int?]
    /// By code, how often an adjective, a capital, a body or the state's name as a place's tells of it.
    private var told: [String: Int] = [:]
    /// By code, how often a place in the state is named.
    private var places: [String: Int] = [:]
    /// By code, how often the state is named at all.
    private var named: [String: Int] = [:]

    init(_ text: EntityText, matches: [ListedNameReader.Match]) {
        self.text = text
        years = SentenceYears.read(text.parsed)
        for match in matches {
            let (reading, entry) = (match.readings[0], text.lexicon.entries[match.readings[0].entry])
            guard !entry.code.isEmpty else { continue }
            switch entry.sort {
            case .territory, .city: places[entry.code, default: 0] += 1
            case .state:
                named[entry.code, default: 0] += 1
                guard reading.form != .name || match.tokens.count > 1 || text.isLocation(match.tokens.lowerBound)
                else { continue }
                told[entry.code, default: 0] += 1
            default: told[entry.code, default: 0] += 1
            }
        }
    }

    private func tells(of code: String) -> Bool { (told[code] ?? 0) > 0 }

    /// Whether a state's name is somebody's here: "Jordan" where the document names a Michael Jordan and nothing else of
    /// the state, or "Mr Jordan".
    func isPersonsName(_ range: Range<Int>, state entry: LexiconEntry) -> Bool {
        guard range.count == 1, entry.sort == .state, !tells(of: entry.code) else { return false }
        let token = range.lowerBound
        if token > 0, roles.isHonorific(tokens[token - 1].text), tokens[token - 1].head == token { return true }
        if text.isLocation(token) { return false }
        // Once as a place's or a partner's name ("to Jordan") and it is the state.
        let isDealtWith = tokens.indices.contains {
            tokens[$0].text == tokens[token].text && parsed.tree.labels[$0] == .pobj
                && !tokens[$0].ent.hasSuffix("PERSON")
        }
        if isDealtWith { return false }
        return (0..<token).contains { other in
            guard tokens[other].text == tokens[token].text, tokens[other].ent.hasSuffix("PERSON") else { return false }
            let before = other > 0 && tokens[other].ent == "I-PERSON"
            let after = other + 1 < tokens.count && tokens[other + 1].ent == "I-PERSON"
            // A first name or a surname, at one end of two or three words.
            let isEnd = before != after
            let far = before ? other - 3 : other + 3
            return isEnd && !(tokens.indices.contains(far) && tokens[far].ent.hasSuffix("PERSON"))
        }
    }

    /// The territory of another state that bears a state's name, where the text speaks of that one: "Georgia" among
    /// places of the United States.
    func namesake(_ name: String, at token: Int, of entry: LexiconEntry, known: EntityRegister) -> Int? {
        guard entry.sort == .state, let other = lexicon.namesakes[name] else { return nil }
        let code = lexicon.entries[other].code
        let isNear = text.sentence(token).contains { place in
            place != token
                && lexicon.names.readings(of: tokens[place].text).contains {
                    let listed = lexicon.entries[$0.entry]
                    return listed.code == code && [.territory, .city].contains(listed.sort)
                }
        }
        if isNear { return other }
        return !tells(of: entry.code) && (known.holds(entry: other) || (places[code] ?? 0) > 1) ? other : nil
    }

    /// The former state that a capital or seat of power stood for when the sentence's events happened: the Soviet Union
    /// for "Moscow" in 1968. Where no year is told, the state the document names decides.
    func formerState(of name: String, at token: Int, successor code: String) -> String? {
        guard let candidates = lexicon.formerSeats[name] else { return nil }
        if let year = years[parsed.sentence(of: token)] {
            return candidates.first { lexicon.state($0)?.years?.contains(year) == true }
        }
        return candidates.first { (named[$0] ?? 0) > 0 && (named[code] ?? 0) == 0 }
    }
}
