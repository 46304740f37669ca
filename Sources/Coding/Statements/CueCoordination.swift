import ChanceryCore
import SpacyPipeline

/// Which verbs a cue is really joined to, where the parser hung a conjunct into a content or on the cue.
struct CueCoordination: StatementStage {
    let context: StatementContext

    /// The verb outside a content that a verb inside it really goes with; nil where the parse can stand.
    ///
    /// A parser often hangs "X said that the gate was shut **and accused** Osk" on "was shut". Two things tell: a form
    /// that fits the outer verb alone ("is asking how they came **and demanding**"), and a verb of saying in the outer
    /// verb's tense after a clause that says nothing itself and whose subject could not go on to speak.
    func coordinated(_ verb: Int) -> Int? {
        guard tokens[verb].dep == "conj", isVerb(verb), parsed.child(of: verb, "nsubj", "nsubjpass", "csubj") == nil
        else { return nil }
        var first = verb
        while tokens[first].dep == "conj", let above = parsed.head(of: first) { first = above }
        guard isVerb(first) || tokens[first].pos == "AUX", first < verb,
            ["ccomp", "xcomp", "acl", "relcl", "pcomp", "advcl"].contains(tokens[first].dep),
            let outer = parsed.ancestors(of: first).first(where: { isVerb($0) }), outer < first,
            quotationOfToken[outer] == quotationOfToken[verb]
        else { return nil }
        let own = form(of: verb)
        if tokens[verb].tag == "VBG", parsed.child(of: verb, "aux") == nil {
            let isParallel = chain(from: first, to: verb).contains { tokens[$0].tag == "VBG" }
            return !isParallel && tokens[outer].tag == "VBG" ? outer : nil
        }
        // "pressed him to sign and lobbied": a tense does not follow "to".
        if tokens[first].tag == "VB", parsed.child(of: first, "aux").map({ tokens[$0].tag == "TO" }) ?? false,
            ["VBD", "VBZ"].contains(own), own == form(of: outer)
        {
            return outer
        }
        guard own != "VB", tokens[first].dep == "ccomp" || tokens[first].dep == "acl", says(verb), !says(first) else {
            return nil
        }
        guard let subject = parsed.child(of: first, "nsubj", "nsubjpass", "expl") else { return nil }
        let canGoOn = tokens[subject].pos != "PRON" && speakers.canSpeak(StatementSource(head: subject))
        if !canGoOn, tokens[subject].pos != "PRON" || tokens[subject].dep == "expl" { return outer }
        guard own == form(of: outer) else { return nil }
        if lemma(verb) == lemma(outer) || !canGoOn { return outer }
        // "said he is ill and accused her": tenses do not run together; nor can who is meant by "him" be the subject.
        let inner = form(of: first)
        if inner != own, own.hasPrefix("VBD") || own.hasPrefix("VBZ") || own.hasPrefix("VBP") { return outer }
        if let object = parsed.child(of: verb, "dobj"), ["him", "her", "them"].contains(forms[object]) { return outer }
        return nil
    }

    /// The conjuncts from the first to one of them.
    private func chain(from first: Int, to last: Int) -> [Int] {
        var found: [Int] = []
        var at = last
        while at != first, let above = parsed.head(of: at) {
            found.append(above)
            at = above
        }
        return found
    }

    /// A clause after a content that the parser hung on the cue though its tense is the content's: "concluded that peace
    /// is nice, but war goes on".
    func goingOn(after end: Int, under verb: Int) -> Int? {
        guard form(of: verb) == "VBD" else { return nil }
        for clause in parsed.children(of: verb, "conj") where clause > end && !says(clause) {
            let extent = parsed.extent(of: clause)
            guard parsed.child(of: clause, "nsubj", "nsubjpass", "expl") != nil, extent.lowerBound - end <= 3,
                ["VBZ", "VBP", "MD"].contains(String(form(of: clause).prefix(3)))
            else { continue }
            return extent.upperBound
        }
        return nil
    }

    /// What tense and form a verb stands in: of "did not say", the auxiliary's.
    private func form(of verb: Int) -> String {
        guard let auxiliary = parsed.children(of: verb, "aux", "auxpass").first(where: { tokens[$0].tag != "TO" })
        else {
            return tokens[verb].tag
        }
        return tokens[auxiliary].tag == "MD" ? "MD" : tokens[auxiliary].tag + (lemma(auxiliary) == "do" ? "" : "+")
    }

    /// Whether a verb with what hangs on it tells of a saying.
    private func says(_ verb: Int) -> Bool {
        guard let entry = entry(ofVerb: verb) else { return false }
        let hasClause = parsed.child(of: verb, "ccomp", "xcomp") != nil
        if hasClause, entry.classes[.clause]?.isSpeech == true || entry.classes[.infinitive]?.isSpeech == true {
            return true
        }
        guard parsed.child(of: verb, "dobj") != nil else { return false }
        return entry.classes.contains { frame, cueClass in
            switch frame {
            case .object, .objectAs, .objectName, .objectPhrase, .objectInfinitive:
                cueClass.isSpeech && !entry.topics.contains(frame)
            default: false
            }
        }
    }
}
