import Chronology
import Grammar

/// Follows an expression that stands as a phrase of its own through the parse to what it dates.
struct AnchorPlacer: DateStage {
    let facts: DateFacts

    private var sharer: AnchorSharer { AnchorSharer(facts: facts) }

    /// Gives an expression to what it dates.
    ///
    /// - Parameter base: the token of the expression, or of that it is joined to, from which its phrase is climbed.
    func place(_ index: Int, from base: Int, in anchors: inout DateAnchors) {
        var at = base
        var relation = DateAnchor.Relation.during
        var isTied = false
        for _ in 0..<8 {
            guard let above = tree.head(of: at) else {
                placeFragment(index, root: at, in: &anchors)
                return
            }
            if isPreposition(above), labels[at] != .nsubj {
                // "following the invasion of Osk in 1979", where the parser hung the date on "following".
                if labels[at] == .prep, let noun = tree.child(of: above, [.pobj]), isHappening(noun),
                    tree.extent(of: noun).upperBound == at
                {
                    place(index, after: noun, relation: .during, isTied: true, in: &anchors)
                    return
                }
                let form = forms[above]
                if words.successions.contains(form) { relation = .after }
                if labels[at] == .pobj || labels[at] == .prep,
                    words.otherTimes.contains(form) || form == "as" && forms[at] != "of"
                {
                    return
                }
                if words.ties.contains(form) { isTied = true }
                at = above
            } else if isVerb(above) {
                place(index, at: above, phrase: at, relation: relation, in: &anchors)
                return
            } else {
                place(index, after: above, relation: relation, isTied: isTied, in: &anchors)
                return
            }
        }
    }

    private func isPreposition(_ token: Int) -> Bool {
        switch classes[token] {
        case .adp, .sconj, .adv, .adj, .part: true
        default: labels[token] == .prep && tags[token] == .VBG
        }
    }

    /// A date whose phrase hangs on a verb: the verb's own, or that of another word which the parser missed.
    private func place(
        _ index: Int, at verb: Int, phrase: Int, relation: DateAnchor.Relation, in anchors: inout DateAnchors
    ) {
        let strays = StrayDateReader(facts: facts)
        if labels[phrase] == .nsubj || labels[phrase] == .nsubjpass,
            !words.witnesses.contains(lemmas[verb]), lemmas[verb] != "mark"
        {
            // The parser at times takes an opening date for the subject.
            guard openings.opens(timex(index)) else { return }
        }
        if let paper = strays.paperBefore(index, preposition: phrase) {
            place(index, after: paper, relation: relation, isTied: true, in: &anchors)
            return
        }
        if let saying = strays.sayingBefore(index, verb) {
            anchors.add(index, to: saying, way: .own, relation: relation)
            return
        }
        if let cleft = strays.clauseStressed(by: index, verb: verb) {
            anchors.add(index, to: cleft, way: .own, relation: relation)
        }
        anchors.add(index, to: openings.verb(verb, openedBy: index), way: .own, relation: relation)
        strays.giveToNounBefore(index, verb: verb, in: &anchors)
    }

    /// "2013: Osk recognised Veldania": a date that is the root, or hangs on nothing that happens.
    private func placeFragment(_ index: Int, root: Int, in anchors: inout DateAnchors) {
        let expression = timex(index).tokens
        let verb = sentence(around: root).first { token in
            // "On 3 May of that year it left", where the parser hung the leaving on the year.
            isVerb(token) && labels[token] != .aux && !expression.contains(token)
                && tree.head(of: token).map { $0 == root || expression.contains($0) } == true
        }
        if let verb { anchors.add(index, to: verb, way: .own) }
    }

    /// A date after a noun: the noun's own, or the verb's to which the noun leads.
    private func place(
        _ index: Int, after noun: Int, relation: DateAnchor.Relation, isTied: Bool, in anchors: inout DateAnchors
    ) {
        // "the attack on Osk of May 1990": the date is the attack's.
        if isTied, relation == .during, classes[noun] == .propn, labels[noun] == .pobj,
            let preposition = tree.head(of: noun), let happening = tree.head(of: preposition),
            forms[preposition] != "of", !isVerb(happening), isHappening(happening)
        {
            place(index, after: happening, relation: relation, isTied: true, in: &anchors)
            return
        }
        anchors.add(index, to: noun, way: .own, relation: relation)
        if isTied || relation != .during {
            sharer.share(index, of: noun, in: &anchors)
        } else if isHappening(noun) {
            sharer.share(index, of: noun, in: &anchors)
            // "condemned the raid on Monday"
            if let verb = tree.head(of: noun), isVerb(verb), labels[noun] == .dobj || labels[noun] == .nsubjpass,
                !timex(index).isComplete
            {
                anchors.add(index, to: verb, way: .weak)
            }
        } else {
            climb(index, from: noun, in: &anchors)
        }
    }

    /// Gives the date of a noun that does not happen to the nouns and the verb above it: "opened its office in Osk in May".
    private func climb(_ index: Int, from noun: Int, in anchors: inout DateAnchors) {
        var at = noun
        for _ in 0..<8 {
            guard let above = tree.head(of: at) else { return }
            if classes[above] == .adp || labels[above] == .prep {
                if words.walls.contains(forms[above]) || (forms[above] == "before" && isHappening(at)) { return }
                at = above
                continue
            }
            guard !([.appos, .relcl, .acl, .poss, .compound] as Dependencies).contains(labels[at]) else { return }
            // "the minister on Monday dismissed it"
            if labels[at] == .nsubj, at != noun || above < timex(index).tokens.upperBound { return }
            anchors.add(index, to: above, way: .own)
            if isVerb(above) { return }
            if isHappening(above) {
                sharer.share(index, of: above, in: &anchors)
                return
            }
            at = above
        }
    }
}
