import ChanceryCore
import Grammar
import SpacyPipeline

/// Names of persons that begin with a word of time: "Friday Banda", "April Glaspie", "August Lund".
///
/// The parse must join the day to the name as one noun, and the name must stand where a person does; so the "Friday"
/// of "said Friday Banda would come" and of "Friday prayers" stays a day.
struct TimeNames: EntityStage {
    let text: EntityText
    let listed: ListedNames

    func read() -> [NameCandidate] {
        tokens.indices.compactMap { token in
            guard parsed.tree.labels[token] == .compound, text.isProper(token),
                text.isTitle(tokens[token].text, .givenTime),
                let range = name(after: token)
            else { return nil }
            return NameCandidate(tokens: range, label: "PERSON")
        }
    }

    /// The run of capitals that a word of time opens as a first name.
    private func name(after token: Int) -> Range<Int>? {
        let head = tokens[token].head
        guard head > token, head - token <= 3, head < text.sentence(token).upperBound else { return nil }
        let rest = (token + 1)...head
        let isName = rest.allSatisfy {
            text.isProper($0) && text.isCapital($0) && !listed.namesNoPerson(at: $0) && role(at: $0) == nil
                && tokens[$0].text.contains(where: \.isLowercase) && !text.isTitle(tokens[$0].text, .thing)
        }
        let isBare = parsed.children(of: head).allSatisfy { parsed.tree.labels[$0] != .det || $0 > head }
        guard isName, isBare, parsed.tree.tags[head] == .NNP, standsAsPerson(head) else { return nil }
        return token..<(head + 1)
    }

    /// Whether a name stands as a subject, object, owner or beside an office.
    private func standsAsPerson(_ head: Int) -> Bool {
        switch parsed.tree.labels[head] {
        case .nsubj, .nsubjpass, .dobj, .dative, .poss, .appos, .conj, .root: true
        case .pobj: !text.isLocation(head)
        default: false
        }
    }
}
