import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Whether a state's name is somebody's here: "Jordan" where the document names a Michael Jordan and nothing else of
    /// the state, or "Mr Jordan".
    func isPersonsName(_ range: Range<Int>, state entry: LexiconEntry, evidence: [String: Int]) -> Bool {
        guard range.count == 1, entry.sort == .state, evidence[entry.code] ?? 0 == 0 else { return false }
        let token = range.lowerBound
        if token > 0, lexicon.roles.isHonorific(tokens[token - 1].text), tokens[token - 1].head == token { return true }
        if isLocation(token) { return false }
        // Once as a place's or a partner's name ("to Jordan") and it is the state.
        let isDealtWith = tokens.indices.contains {
            tokens[$0].text == tokens[token].text && tokens[$0].dep == "pobj" && !tokens[$0].ent.hasSuffix("PERSON")
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
    func namesake(_ name: String, at token: Int, of entry: LexiconEntry, evidence: [String: Int]) -> Int? {
        guard entry.sort == .state, let other = lexicon.namesakes[name] else { return nil }
        let code = lexicon.entries[other].code
        let range = sentence(token)
        let near = range.contains { place in
            place != token
                && lexicon.names.readings(of: tokens[place].text).contains {
                    let listed = lexicon.entries[$0.entry]
                    return listed.code == code && [.territory, .city].contains(listed.sort)
                }
        }
        if near || (evidence[entry.code] ?? 0) == 0 && entityOfEntry[other] != nil { return other }
        return (evidence[entry.code] ?? 0) == 0 && (evidence[code + "/place"] ?? 0) > 1 ? other : nil
    }
}
