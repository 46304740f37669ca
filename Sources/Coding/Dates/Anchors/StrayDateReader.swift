import ChanceryCore
import Chronology
import Grammar

/// Finds the word that a date belongs to where the parser hung it on another.
struct StrayDateReader: DateStage {
    let facts: DateFacts

    /// The saying of "said on Friday he met the envoy", where the parser hung the day on the meeting.
    func sayingBefore(_ index: Int, _ verb: Int) -> Int? {
        let expression = timex(index).tokens
        guard labels[verb] == .ccomp, let above = tree.head(of: verb), isVerb(above),
            let subject = tree.child(of: verb, [.nsubj, .nsubjpass]), expression.upperBound <= subject,
            above < expression.lowerBound, expression.lowerBound - above <= 2
        else { return nil }
        return above
    }

    /// The recognising of "it was not until 1976 that Osk recognised it".
    func clauseStressed(by index: Int, verb: Int) -> Int? {
        let next = timex(index).tokens.upperBound
        guard lemmas[verb] == "be", next < tree.tokens.count, words.stressing.contains(forms[next]),
            let subject = tree.child(of: verb, [.nsubj, .expl, .nsubjpass]), forms[subject] == "it"
        else { return nil }
        return tree.subtree(of: verb).first {
            $0 > next && isVerb($0) && ([.ccomp, .relcl, .advcl, .acl] as Dependencies).contains(labels[$0])
        }
    }

    /// The convention of "violated their rights under the convention from 1948".
    func paperBefore(_ index: Int, preposition: Int) -> Int? {
        guard preposition > 0, words.datings.contains(forms[preposition]),
            timex(index).edtf?.precision != .interval
        else { return nil }
        var noun = preposition - 1
        if labels[noun] == .nummod, let head = tree.head(of: noun) { noun = head }
        return words.decisions.contains(lemmas[noun]) ? noun : nil
    }

    /// "cooled in the aftermath of the attack on the games in September": the date right after a happening that tells
    /// what came before is the happening's, wherever the parser hung it.
    func giveToNounBefore(_ index: Int, verb: Int, in anchors: inout DateAnchors) {
        let (expression, isComplete) = (timex(index).tokens, timex(index).isComplete)
        // "in 2003 following the raid": what came right before is of about that time.
        for preposition in tree.children(of: verb, [.prep])
        where preposition == expression.upperBound && forms[preposition] == "following" {
            if let object = tree.child(of: preposition, [.pobj]) {
                anchors.add(index, to: object, way: .shared, relation: .near)
            }
        }
        for preposition in tree.children(of: verb, [.prep])
        where preposition > verb && tree.extent(of: preposition).upperBound == expression.lowerBound - 1 {
            guard let object = tree.child(of: preposition, [.pobj]) else { continue }
            // "were good until the occupation in 1935"
            if isComplete, bounds(preposition, object) || names(preposition, object, of: verb, index) {
                anchors.remove(index, from: verb)
                anchors.add(index, to: object, way: .own)
            }
            let inner = afterwards(object)
            let noun = inner ?? object
            guard inner != nil || words.successions.contains(forms[preposition]), isHappening(noun) else { continue }
            anchors.remove(index, from: verb)
            anchors.add(index, to: noun, way: .own)
            anchors.add(
                index, to: verb, way: .shared, relation: isComplete && noun == object ? .after : .near)
        }
    }

    /// The attack of "the aftermath of the attack".
    private func afterwards(_ object: Int) -> Int? {
        guard words.aftermaths.contains(lemmas[object]),
            let of = tree.children(of: object, [.prep]).first(where: { forms[$0] == "of" })
        else { return nil }
        return tree.child(of: of, [.pobj])
    }

    /// "until the occupation"
    private func bounds(_ preposition: Int, _ object: Int) -> Bool {
        words.bounds.contains(forms[preposition]) && isHappening(object)
    }

    /// "condemned Osk over its raid in 1990"
    private func names(_ preposition: Int, _ object: Int, of verb: Int, _ index: Int) -> Bool {
        let form = forms[preposition]
        guard words.topics.contains(form) || form == "for" && words.blames.contains(lemmas[verb]) else { return false }
        return isHappening(object) || tree.child(of: object, [.poss]) != nil
            || timex(index).edtf?.precision == .interval
    }
}
