import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Gives "I", "we" and their possessives to whoever speaks there, and reads the phrases they own again.
    mutating func readFirstPersons(_ speaker: (Int) -> Mention?) {
        var owned: [Int] = []
        for token in tokens.indices
        where Self.sieve.mayHold(parsed.textKeys[token]) && Self.firstPersons.contains(lower[token]) {
            // "US" is a state, "us" is not.
            guard tokens[token].text != "US", namesAt[token].isEmpty, let who = speaker(token) else { continue }
            var mention = who
            if Self.plural.contains(lower[token]), who.kind == .person, isForState(who),
                let state = state(who.code, span: who.span, from: who.from)
            {
                mention = state
            }
            phrases[token] = [carried(mention, to: parsed.span(token))]
            if tokens[token].tag == "PRP$" || tokens[token].dep == "poss" { owned.append(tokens[token].head) }
        }
        for head in owned where namesAt[head].isEmpty {
            guard let (role, range) = role(at: head) else { continue }
            let found = mentions(of: role, range: range, head: head)
            guard !found.isEmpty else { continue }
            for token in range { phrases[token] = found }
        }
    }

    /// Whether a person speaks for a state: one who holds or held an office of it.
    private func isForState(_ person: Mention) -> Bool {
        !person.code.isEmpty && ["GOV", "MIL", "LEG", "ELI", "SPY"].contains(person.sector)
    }

    private static let plural: Set<String> = ["we", "us", "our", "ours", "ourselves"]
    private static let firstPersons = plural.union(["i", "me", "my", "mine", "myself"])
    private static let sieve = WordSieve(firstPersons)
}
