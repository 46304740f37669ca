import Grammar
import SpacyPipeline

/// Tells whether a sentence goes on with the one before it.
struct SentenceLinks: DateStage {
    let facts: DateFacts

    /// Whether a clause goes on with somebody or something the sentence before told of.
    func refersBack(_ verb: Int) -> Bool {
        if labels[verb] == .relcl { return true }
        var at = verb
        while tree.child(of: at, [.nsubj, .nsubjpass]) == nil, let above = tree.head(of: at), isVerb(above) {
            at = above
        }
        guard let subject = tree.child(of: at, [.nsubj, .nsubjpass]) else { return false }
        let sentence = tree.sentence(of: verb)
        guard sentence > 0 else { return false }
        if words.goingOn.contains(forms[subject])
            || tree.children(of: subject, [.poss, .det]).contains(where: { words.pointingBack.contains(forms[$0]) })
        {
            return true
        }
        let before = tree.sentences[sentence - 1]
        let named = [subject] + tree.children(of: subject, [.compound, .poss, .conj])
        return named.contains { isNamed($0, of: subject, in: before) }
    }

    /// Whether who does it is told by an office of the time told before: "Then Prime Minister Anna Rell said", "the then president".
    func isByHolderOfThen(_ verb: Int) -> Bool {
        guard let subject = tree.child(of: verb, [.nsubj, .nsubjpass]) else { return false }
        let start = tree.extent(of: subject).lowerBound
        return [start - 1, start, start + 1].contains { place in
            tree.tokens.indices.contains(place) && place < subject && words.ofThatTime.contains(forms[place])
                && tree.sentence(of: place) == tree.sentence(of: verb)
                && tree.tokens[place + 1].text.first?.isUppercase == true
        }
    }

    /// Whether a word of a subject stands in a sentence: a name as it is, a noun behind "the".
    private func isNamed(_ token: Int, of subject: Int, in sentence: Range<Int>) -> Bool {
        let sort = classes[token]
        guard sort == .propn || sort == .noun && forms[tree.extent(of: subject).lowerBound] == "the" else {
            return false
        }
        return sentence.contains { classes[$0] == sort && lemmas[$0] == lemmas[token] }
    }

    /// Whether something is said in a sentence.
    func hasSpeech(_ sentence: Int) -> Bool {
        tree.sentences[sentence].contains { words.speechMarks.contains(tree.tokens[$0].text) }
    }
}
