import ChanceryCore
import Grammar

/// The tense and form a verb stands in.
private struct VerbForm: Hashable {
    /// The tag of its first auxiliary, or its own.
    var tag: PennTag
    /// Whether an auxiliary makes it perfect, progressive or passive.
    var isCompound = false
}

/// Which verbs a cue is really joined to, where the parser hung a conjunct into a content or on the cue.
struct CueCoordination: StatementStage {
    let context: StatementContext

    /// The verb outside a content that a verb inside it really goes with; nil where the parse can stand.
    ///
    /// A parser often hangs "X said that the gate was shut **and accused** Osk" on "was shut". Two things tell: a form
    /// that fits the outer verb alone ("is asking how they came **and demanding**"), and a verb of saying in the outer
    /// verb's tense after a clause that says nothing itself and whose subject could not go on to speak.
    func coordinated(_ verb: Int) -> Int? {
        guard labels[verb] == .conj, isVerb(verb), tree.child(of: verb, [.nsubj, .nsubjpass, .csubj]) == nil
        else { return nil }
        let first = top(of: verb, through: [.conj])
        guard grammar.isVerb(first), first < verb,
            [.ccomp, .xcomp, .acl, .relcl, .pcomp, .advcl].contains(labels[first]),
            let outer = tree.ancestors(of: first).first(where: { isVerb($0) }), outer < first,
            quotationOfToken[outer] == quotationOfToken[verb]
        else { return nil }
        let own = form(of: verb)
        if tags[verb] == .VBG, tree.child(of: verb, [.aux]) == nil {
            let isParallel = chain(from: first, to: verb).contains { tags[$0] == .VBG }
            return !isParallel && tags[outer] == .VBG ? outer : nil
        }
        // "pressed him to sign and lobbied": a tense does not follow "to".
        if tags[first] == .VB, tree.child(of: first, [.aux]).map({ tags[$0] == .TO }) ?? false,
            !own.isCompound, [.VBD, .VBZ].contains(own.tag), own == form(of: outer)
        {
            return outer
        }
        guard own != VerbForm(tag: .VB), labels[first] == .ccomp || labels[first] == .acl, says(verb), !says(first)
        else {
            return nil
        }
        guard let subject = tree.child(of: first, [.nsubj, .nsubjpass, .expl]) else { return nil }
        let canGoOn = classes[subject] != .pron && speakers.canSpeak(StatementSource(head: subject))
        if !canGoOn, classes[subject] != .pron || labels[subject] == .expl { return outer }
        guard own == form(of: outer) else { return nil }
        if lemma(verb) == lemma(outer) || !canGoOn { return outer }
        // "said he is ill and accused her": tenses do not run together; nor can who is meant by "him" be the subject.
        let inner = form(of: first)
        if inner != own, [.VBD, .VBZ, .VBP].contains(own.tag) { return outer }
        if let object = tree.child(of: verb, [.dobj]), lists.thirdPersons.contains(forms[object]) { return outer }
        return nil
    }

    /// The conjuncts from the first to one of them.
    private func chain(from first: Int, to last: Int) -> [Int] {
        var found: [Int] = []
        var at = last
        while at != first, let above = tree.head(of: at) {
            found.append(above)
            at = above
        }
        return found
    }

    /// A clause after a content that the parser hung on the cue though its tense is the content's: "concluded that peace
    /// is nice, but war goes on".
    func goingOn(after end: Int, under verb: Int) -> Int? {
        guard form(of: verb) == VerbForm(tag: .VBD) else { return nil }
        for clause in tree.children(of: verb, [.conj]) where clause > end && !says(clause) {
            let extent = tree.extent(of: clause)
            guard tree.child(of: clause, [.nsubj, .nsubjpass, .expl]) != nil, extent.lowerBound - end <= 3,
                [.VBZ, .VBP, .MD].contains(form(of: clause).tag)
            else { continue }
            return extent.upperBound
        }
        return nil
    }

    /// What tense and form a verb stands in: of "did not say", the auxiliary's.
    private func form(of verb: Int) -> VerbForm {
        guard let auxiliary = tree.children(of: verb, [.aux, .auxpass]).first(where: { tags[$0] != .TO }) else {
            return VerbForm(tag: tags[verb])
        }
        return VerbForm(tag: tags[auxiliary], isCompound: tags[auxiliary] != .MD && lemma(auxiliary) != "do")
    }

    /// Whether a verb with what hangs on it tells of a saying.
    private func says(_ verb: Int) -> Bool {
        guard let entry = entry(ofVerb: verb) else { return false }
        let hasClause = tree.child(of: verb, [.ccomp, .xcomp]) != nil
        if hasClause, entry.classes[.clause]?.isSpeech == true || entry.classes[.infinitive]?.isSpeech == true {
            return true
        }
        guard tree.child(of: verb, [.dobj]) != nil else { return false }
        return entry.classes.contains { frame, cueClass in
            switch frame {
            case .object, .objectAs, .objectName, .objectPhrase, .objectInfinitive:
                cueClass.isSpeech && !entry.has(.topic, frame)
            default: false
            }
        }
    }
}
