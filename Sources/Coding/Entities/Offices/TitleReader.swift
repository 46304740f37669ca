import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads the titles before persons' names: "then Oskan Foreign Minister", "Mrs", "its president".
struct TitleReader: EntityStage {
    let named: NamedText

    var text: EntityText { named.text }

    /// The titles of all persons' names, by the name's index.
    func read() -> [Int: TitleReading] {
        var titles: [Int: TitleReading] = [:]
        for (index, name) in named.names.names.enumerated() where named.entity(of: name).kind == .person {
            titles[index] = title(before: name)
        }
        return titles
    }

    /// The title that ends right before a name.
    private func title(before name: NameSpan) -> TitleReading? {
        let start = name.tokens.lowerBound
        let low = text.sentence(start).lowerBound
        var gender = DocumentEntity.Gender.unknown
        var at = start
        while at > low, roles.isHonorific(tokens[at - 1].text), text.isCapital(at - 1) {
            let told = text.gender(ofTitle: tokens[at - 1].text)
            if told != .unknown { gender = told }
            at -= 1
        }
        var reading = TitleReading(tokens: at..<start, gender: gender)
        if let (role, from) = text.role(endingAt: at), isTitle(role) {
            reading.tell(role, from..<at)
        } else if let (role, office) = officeWithOf(endingAt: at) {
            reading.tell(role, office)
            reading.owner = owner(in: office.upperBound..<at)
        } else if at < start, let (role, from) = text.role(endingAt: at + 1), isTitle(role) {
            // "King", "Judge", "Col": an honorific that is an office too.
            reading.tell(role, from..<(at + 1))
        } else {
            return at < start ? reading : nil
        }
        extendLeft(&reading, low: low)
        if reading.owner == nil { reading.owner = owner(after: name) }
        return reading
    }

    private func isTitle(_ role: RoleTable.Role) -> Bool {
        (role.noun == .office || role.noun == .person) && !role.isPlural
    }

    /// "Minister of Foreign Affairs", "leader of the Osk Front" right before a token.
    private func officeWithOf(endingAt end: Int) -> (role: RoleTable.Role, office: Range<Int>)? {
        let low = max(text.sentence(max(0, end - 1)).lowerBound, end - 12)
        var at = end - 1
        var sawCapital = false
        while at > low {
            if text.isCapital(at) {
                sawCapital = true
            } else if sawCapital, word(at, in: lists.fieldPrepositions), let (role, start) = text.role(endingAt: at),
                isTitle(role)
            {
                return (role, start..<at)
            } else if !word(at, in: lists.insideOffices) {
                return nil
            }
            at -= 1
        }
        return nil
    }

    /// Takes in what stands before the office: whose it is, and whether it is still held.
    private func extendLeft(_ reading: inout TitleReading, low: Int) {
        var at = reading.tokens.lowerBound
        let end = reading.tokens.upperBound
        while at > low {
            let before = at - 1
            if let name = named.names.last(at: before), name.tokens.upperBound == at, name.tokens.lowerBound >= low {
                guard parsed.tree.labels[name.head] != .conj, reading.owner == nil || isPlainModifier(before) else {
                    break
                }
                if reading.owner == nil { reading.owner = name }
                at = name.tokens.lowerBound
            } else if let name = named.listed.last(at: before), name.tokens.upperBound == at {
                if reading.owner == nil { reading.owner = name }
                at = name.tokens.lowerBound
            } else if before > low + 2, tokens[before].text == ")", tokens[before - 2].text == "(",
                reading.owner == nil,
                let name = named.names.last(at: before - 3), name.tokens.upperBound == before - 2
            {
                // "Osk Liberation Front (OLF) Chairman": the short form stands between.
                reading.owner = name
                at = name.tokens.lowerBound
            } else if text.isTitle(lower[before], .former) {
                reading.isFormer = true
                at = before
            } else if parsed.tree.tags[before] == .PRPS {
                reading.pronoun = before
                at = before
                break
            } else if text.isTitle(lower[before], .deputy) || word(before, in: text.lists.shared.ownerJoints)
                || (lower[before] == "-" && before > low) || isPlainModifier(before, within: end)
            {
                at = before
            } else {
                break
            }
        }
        // A dash or ending alone at the left is none of it.
        while at < reading.tokens.lowerBound,
            lower[at] == "-" || word(at, in: text.lists.shared.possessives) || parsed.tree.classes[at] == .adp
        {
            at += 1
        }
        reading.tokens = at..<end
        if reading.owner == nil { reading.owner = owner(in: at..<(reading.office?.lowerBound ?? end)) }
    }

    private func isPlainModifier(_ token: Int, within end: Int = .max) -> Bool {
        let it = tokens[token]
        guard parsed.tree.hasLabel(token, [.compound, .amod, .nmod, .poss]), it.head > token, it.head <= end
        else {
            return false
        }
        return it.pos == "NOUN" || it.pos == "ADJ" || it.pos == "PROPN"
    }

    /// The last name in a run of tokens that an office can belong to.
    private func owner(in range: Range<Int>) -> NameSpan? {
        for token in range.reversed() {
            for name in [named.names.last(at: token), named.listed.last(at: token)] {
                if let name, named.entity(of: name).sort != .region { return name }
            }
        }
        return nil
    }

    /// "Prime Minister X of Osk": the name after the person's.
    func owner(after name: NameSpan) -> NameSpan? {
        let after = name.tokens.upperBound
        guard after + 1 < tokens.count, lower[after] == "of" else { return nil }
        let next = lower[after + 1] == "the" ? after + 2 : after + 1
        guard next < text.sentence(name.head).upperBound else { return nil }
        return named.names.first(at: next)
    }

    private var lists: OfficeWords { text.lists.offices }
}
