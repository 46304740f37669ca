import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// The party a place's name stands for, where syntax makes it one: "Tirana agreed", "talks with Moscow".
    func party(atPlace name: NameSpan) -> Mention? {
        let entity = entities[name.entity]
        switch entity.sort {
        case .region: return nil
        case .capital, .seat:
            guard actsAsParty(name.head) || name.form == .adjective else { return nil }
            return state(entity.code, sector: entity.sort == .seat ? entity.sector : "GOV", span: name.span)
        case .territory:
            guard name.form == .name, !isLocation(name.head) else { return nil }
            return Mention(name: entity.name, code: entity.code, kind: .state, span: name.span)
        case .city: return nil
        default:
            guard actsAsParty(name.head) else { return nil }
            return Mention(name: entity.name, code: entity.code, kind: .state, span: name.span)
        }
    }

    /// Whether a place's name stands where parties stand: as subject, object of dealing, owner, partner.
    func actsAsParty(_ head: Int) -> Bool {
        let token = tokens[head]
        switch token.dep {
        case "nsubj", "nsubjpass", "agent", "dobj", "iobj", "dative": return true
        case "conj": return actsAsParty(token.head)
        case "poss": return true
        case "compound", "nmod", "amod":
            return ["-", "–", "—"].contains { dash in
                (head + 1 < tokens.count && tokens[head + 1].text == dash)
                    || (head > 0 && tokens[head - 1].text == dash)
            }
        case "pobj":
            let preposition = tokens[token.head]
            switch lower[token.head] {
            case "with", "by", "between", "against", "toward", "towards": return true
            case "to", "from", "for", "of", "on":
                let verb = tokens[preposition.head]
                return ["VERB", "NOUN"].contains(verb.pos) && !Self.motion.contains(verb.lemma)
                    && lower[token.head] != "of" && lower[token.head] != "on"
            default: return false
            }
        default: return false
        }
    }

    /// Verbs and nouns of going, after which "to" and "from" tell a place.
    static let motion: Set<String> = [
        "go", "come", "travel", "fly", "arrive", "return", "move", "visit", "trip", "journey", "flight", "drive",
        "head",
        "flee", "march", "walk", "ship", "send", "bring", "take", "deport", "transfer", "tour", "voyage", "road",
        "route",
        "way", "sail", "escape", "depart", "departure", "arrival", "migrate", "relocate", "evacuate", "deliver",
    ]
}
