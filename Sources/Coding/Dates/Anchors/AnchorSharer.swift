import Chronology
import Grammar

/// Gives the date of a happening or paper to what takes place at or in it: "condemned it at Monday's rally".
struct AnchorSharer: DateStage {
    let facts: DateFacts

    /// Gives a noun's date to what its preposition leads to.
    func share(_ index: Int, of noun: Int, in anchors: inout DateAnchors) {
        var at = noun
        for _ in 0..<4 {
            guard let preposition = tree.head(of: at), labels[at] == .pobj, let above = tree.head(of: preposition)
            else { return }
            let form = forms[preposition]
            if words.settings.contains(form) {
                guard isHappening(at) || words.decisions.contains(lemmas[at]) || form == "during" else { return }
                anchors.add(index, to: above, way: .shared)
            } else if words.successions.contains(form) {
                anchors.add(index, to: above, way: .shared, relation: timex(index).isComplete ? .after : .near)
            } else if form == "on" && words.occasions.contains(lemmas[at])
                || form == "by" && words.decisions.contains(lemmas[at]) && labels[preposition] == .agent
            {
                anchors.add(index, to: above, way: .shared)
            } else if form == "of", words.aftermaths.contains(lemmas[above]) {
                guard let outer = tree.head(of: above), let verb = tree.head(of: outer) else { return }
                anchors.add(index, to: verb, way: .shared, relation: .near)
            } else if form == "of", words.carriers.contains(lemmas[above]) {
                anchors.add(index, to: above, way: .own)
                at = above
                continue
            }
            return
        }
    }

    /// "the taking of hostages during the 7 October attack", where the parser hung the noun on the wrong word: the
    /// preposition before the day leads to its place.
    func shareParted(_ index: Int, base: Int, of noun: Int, in anchors: inout DateAnchors) {
        guard labels[base] == .pobj, tree.head(of: noun) != base, let preposition = tree.head(of: base),
            words.partedSettings.contains(forms[preposition]), isHappening(noun),
            let above = tree.head(of: preposition)
        else { return }
        anchors.add(index, to: above, way: .shared)
    }
}
