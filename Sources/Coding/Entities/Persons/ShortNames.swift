import ChanceryCore
import SpacyPipeline

/// Whom a surname, or a first name alone, means among the persons of a document.
struct ShortNames: EntityStage {
    let text: EntityText
    let roll: PersonRoll
    let names: NameLayer
    let unknown: [PersonReader.Unknown]

    /// The person whom a surname, or a first name that only one has, means at a place of the text.
    func person(_ words: [String], at token: Int) -> Int? {
        guard let last = words.last else { return nil }
        let bearers = roll.members.filter { member in
            member.name.words.last == last
                && words.allSatisfy {
                    member.name.words.contains($0) || text.lists.persons.nameArticles.contains($0)
                }
        }
        if let only = bearers.first {
            if bearers.count == 1 { return only.entity }
            if words.count == 1 { return bearer(among: bearers.map(\.entity), at: token) }
            return bearers.map(\.entity).max { lastMention($0, before: token) < lastMention($1, before: token) }
        }
        let given = roll.members.filter { $0.name.words.count > 1 && $0.name.words.first == last }
        return words.count == 1 && given.count == 1 ? given[0].entity : nil
    }

    /// Of several of one surname, whom the surname alone means; the others go by their first names.
    private func bearer(among known: [Int], at token: Int) -> Int? {
        let gender = text.gender(ofTitle: token > 0 ? tokens[token - 1].text : "")
        let fitting = known.filter {
            let own = text.gender(ofName: roll.register.entities[$0].name)
            return gender == .unknown || own == .unknown || own == gender
        }
        return (fitting.isEmpty ? known : fitting).min { rank($0) < rank($1) }
    }

    /// Whoever is named first; what no list and no first name shows to be a person comes last ("Top Roe" aides).
    private func rank(_ index: Int) -> (Int, Int) {
        let entity = roll.register.entities[index]
        let own = lexicon.personName(entity.name).words
        let unlisted = unknown.first {
            let words = $0.name.words
            return words.count > 1 && words.first == own.first && words.last == own.last
        }
        let listed = names.names.first { $0.entity == index && $0.tokens.count > 1 }
        let isKnown = entity.entry != nil || text.gender(ofName: entity.name) != .unknown
        let told = min(unlisted?.candidate.tokens.lowerBound ?? .max, listed?.tokens.lowerBound ?? .max)
        return (isKnown ? 0 : 1, told)
    }

    private func lastMention(_ entity: Int, before token: Int) -> Int {
        names.names.last { $0.entity == entity && $0.tokens.lowerBound < token }?.tokens.lowerBound ?? -1
    }
}
