/// The outcome of attribute ruler and lemmatizer by form, tag and label, on which alone it depends for all but the few
/// tokens that a rule over several tokens matches.
struct AttributeCache {
    /// A token's attributes after the ruler and the lemmatizer.
    struct Values {
        var tag: String
        var pos: String
        var morph: String
        var lemma: String
        var dep: String
    }

    private struct Entry {
        let values: Values
        /// The rules over several tokens whose first token this may be.
        let begins: [Int]
    }

    private let components: Components
    private var places: [UInt64: Int32] = [:]
    private var entries: [Entry] = []

    init(_ components: Components) {
        self.components = components
    }

    /// Forgets everything, because form indexes have changed.
    mutating func clear() {
        places.removeAll()
        entries.removeAll()
    }

    /// The attributes of all tokens of a text.
    mutating func values(
        _ text: TokenizedText, tags: [Int32], labels: [Int32], forms: [Form]
    ) -> [Values] {
        var result: [Values] = []
        result.reserveCapacity(text.count)
        var candidates: [(start: Int, rule: Int)] = []
        for index in 0..<text.count {
            let key = UInt64(text.forms[index]) << 32 | UInt64(tags[index]) << 16 | UInt64(labels[index])
            let place: Int
            if let known = places[key] {
                place = Int(known)
            } else {
                let subject = subject(index, text, tags, labels, forms)
                let begins = components.ruler.sequences.filter { components.ruler.rules[$0].matches(0, subject) }
                place = entries.count
                entries.append(Entry(values: values(subject, sequences: []), begins: begins))
                places[key] = Int32(place)
            }
            result.append(entries[place].values)
            for rule in entries[place].begins { candidates.append((index, rule)) }
        }
        if candidates.isEmpty { return result }
        var found: [Int: [Int]] = [:]
        for (start, place) in candidates {
            let rule = components.ruler.rules[place]
            guard start + rule.tokens.count <= text.count else { continue }
            let matches = (1..<rule.tokens.count).allSatisfy { offset in
                rule.matches(offset, subject(start + offset, text, tags, labels, forms))
            }
            if matches { found[start + rule.target, default: []].append(place) }
        }
        for (index, rules) in found {
            result[index] = values(subject(index, text, tags, labels, forms), sequences: rules)
        }
        return result
    }

    private func subject(
        _ index: Int, _ text: TokenizedText, _ tags: [Int32], _ labels: [Int32], _ forms: [Form]
    ) -> AttributeRuler.Subject {
        AttributeRuler.Subject(
            form: forms[Int(text.forms[index])], tag: components.tags[Int(tags[index])],
            dep: components.labels[Int(labels[index])])
    }

    private func values(_ subject: AttributeRuler.Subject, sequences: [Int]) -> Values {
        let settings = components.ruler.settings(subject, sequences: sequences)
        let pos = settings.pos ?? ""
        let morph = settings.morph ?? ""
        let lemma =
            settings.lemma
            ?? components.lemmatizer.lemma(subject.form.text, lower: subject.form.lower, pos: pos, morph: morph)
        return Values(
            tag: settings.tag ?? subject.tag, pos: pos, morph: morph, lemma: lemma, dep: settings.dep ?? subject.dep)
    }
}
