import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads of whom a noun is said.
struct PredicationReader: StateStage {
    let context: StateFindingContext

    /// Of whom a noun is said: the subject of its copula, or the name it stands beside.
    func predication(_ noun: Int) -> Predication? {
        let label = labels[noun]
        if [.attr, .acomp, .oprd].contains(label), let verb = tree.head(of: noun), isCopula(verb),
            let subject = arguments.surfaceSubject(verb), subject != noun, !isCut(verb, noun)
        {
            return Predication(subject: subject, verb: verb)
        }
        if label == .conj, let head = tree.head(of: noun), isNoun(head),
            labels[head] == .attr || labels[head] == .appos, head < noun
        {
            return predication(head)
        }
        // "was among the founding members of"
        if label == .pobj, let among = tree.head(of: noun), lower(among) == "among",
            let verb = tree.head(of: among), isCopula(verb), let subject = arguments.surfaceSubject(verb)
        {
            return Predication(subject: subject, verb: verb, between: [among])
        }
        // "one of the members", "a member of": the noun below "one of" is said all the same.
        if label == .pobj, let of = tree.head(of: noun), lower(of) == "of", let one = tree.head(of: of),
            lower(one) == "one", var said = predication(one)
        {
            said.between += [one, of]
            return said
        }
        if label == .pobj, let role = role(noun) { return role }
        if label == .appos, let head = tree.head(of: noun), head < noun, isBeside(noun, head) {
            return Predication(subject: head, verb: nil)
        }
        return besideName(noun)
    }

    /// "Osk's main partner is Tarn": the noun is the subject, and who it is stands after the copula.
    func inverse(_ noun: Int) -> Predication? {
        guard labels[noun] == .nsubj, let verb = tree.head(of: noun), isCopula(verb),
            let name = tree.child(of: verb, [.attr]), !sides.parties(name).isEmpty, classes[name] == .propn
        else { return nil }
        return Predication(subject: name, verb: verb, isInverse: true)
    }

    /// "Osk's ally Tarn": the noun stands right before the name.
    func beforeName(_ noun: Int, _ rule: StateRule) -> Predication? {
        // "its allies, Osk and Tarn"
        let isList =
            tags[noun].endsAsPlural && ConceptRole(rule.concept) != .office && noun + 2 < tokens.count
            && lower(noun + 1) == ","
        let next = isList ? noun + 2 : noun + 1
        guard rule.allowsModifier, next < tokens.count, classes[next] == .propn,
            tree.sentence(of: noun) == tree.sentence(of: next)
        else { return nil }
        if [.compound, .nmod].contains(labels[noun]), let head = tree.head(of: noun), head > noun,
            !sides.parties(head).isEmpty,
            tree.child(of: head, [.poss]) != nil || tree.child(of: noun, [.poss]) != nil
        {
            return Predication(subject: head, verb: nil)
        }
        guard tree.child(of: noun, [.poss]) != nil,
            let name = tree.children(of: noun, [.appos]).first(where: { $0 > noun && $0 - noun <= 3 }),
            !sides.parties(name).isEmpty
        else { return nil }
        return Predication(subject: name, verb: nil)
    }

    /// Whether an apposition has the number of its name: not "the Osk party, friends of Tarn".
    func agrees(_ noun: Int, with parties: [Mention], at subject: Int) -> Bool {
        guard tags[noun].endsAsPlural, !(wordBeforeOf(noun) ?? "").hasPrefix("one") else { return true }
        return parties.count > 1 || tags[subject].endsAsPlural && lower(subject) != lower(noun)
    }

    /// The word before "of" above a noun: "one" in "one of the members".
    private func wordBeforeOf(_ noun: Int) -> String? {
        guard let of = tree.head(of: noun), lower(of) == "of" else { return nil }
        return tree.head(of: of).map { lower($0) }
    }

    /// "serves as chairman of", "his work as mayor of", "As finance minister, he …": who does something as what.
    private func role(_ noun: Int) -> Predication? {
        guard let preposition = tree.head(of: noun), lower(preposition) == "as", let above = tree.head(of: preposition)
        else { return nil }
        if arguments.isVerb(above) {
            let opens = preposition == parsed.sentences[tree.sentence(of: noun)].tokens.lowerBound
            guard lists.serving.contains(lemma(above)) || opens, let subject = subjects.subject(of: above),
                opens || truth.holds(above, allowsPast: true)
            else { return nil }
            return Predication(subject: subject, verb: nil, isPast: truth.isPast(above))
        }
        guard let owner = tree.child(of: above, [.poss]) else { return nil }
        let verb = parsed.clauseHead(of: above)
        return Predication(subject: owner, verb: nil, isPast: arguments.isVerb(verb) && truth.isPast(verb))
    }

    /// Whether a dash or colon parts the copula from the noun, so that the parse cannot be trusted.
    private func isCut(_ verb: Int, _ noun: Int) -> Bool {
        guard verb < noun else { return false }
        return (verb..<noun).contains { ["—", "–", ":", ";", "“", "("].contains(lower($0)) }
    }

    /// Whether an apposition stands close to its name.
    private func isBeside(_ noun: Int, _ head: Int) -> Bool { tree.extent(of: noun).lowerBound - head <= 12 }

    /// ", a group close to Osk,": a noun phrase between commas right after a name, whatever the parse says.
    private func besideName(_ noun: Int) -> Predication? {
        let opening = nouns.group(noun).first ?? noun
        let sentence = parsed.sentences[tree.sentence(of: noun)].tokens
        guard opening - 2 >= sentence.lowerBound, lower(opening - 1) == ",", noun - opening <= 6,
            lists.articles.contains(lower(opening)), ![.conj, .nsubj, .nsubjpass].contains(labels[noun])
        else { return nil }
        let name = opening - 2
        guard classes[name] == .propn, !sides.parties(name).isEmpty else { return nil }
        return Predication(subject: name, verb: nil)
    }
}
