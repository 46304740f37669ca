import ChanceryCore

/// What accounts call the same party: offices held at the same time, or classes, told in different words by different
/// documents. The words are cited; which of them fit is for the reader.
enum CharacterisationDisputes {
    static func disputes(_ made: [MadeEntry], _ acts: Acts) -> [Dispute] {
        var groups: [String: [(made: MadeEntry, state: StateOfAffairs)]] = [:]
        for one in made {
            guard case .state(let state) = one.leader.report.content, isNaming(state, acts),
                one.leader.stance == .held, let subject = state.subject.first, state.subject.count == 1
            else { continue }
            groups[NameFolding.fold(subject.name), default: []].append((one, state))
        }
        return groups.keys.sorted().flatMap { subject in
            DisputeFinder.pairs((groups[subject] ?? []).prefix(DisputeFinder.compared)) { a, b in
                let times = Likeness.Times(a.made.leader.date, b.made.leader.date)
                guard a.state.concept == b.state.concept,
                    a.made.cluster.documents.isDisjoint(with: b.made.cluster.documents),
                    // A person holds one office after another: only at one time do two names of it differ.
                    a.state.concept == "class" ? times != .apart : times.rawValue >= Likeness.Times.agree.rawValue,
                    !saysTheSame(phrase(a.state), phrase(b.state))
                else { return nil }
                return Dispute(
                    dimension: .characterisation, entries: [a.made.entry.id, b.made.entry.id],
                    sides: [a, b].map { DisputeFinder.side($0.made.cluster.reports, says: phrase($0.state)) })
            }
        }
    }

    /// Of a relation whose concept is not known, "is leader of" names somebody, "supports" does not.
    private static func isNaming(_ state: StateOfAffairs, _ acts: Acts) -> Bool {
        if !state.concept.isEmpty { return acts.has(.namingRelation, state.concept) }
        let words = state.relation.split(separator: " ")
        return ["is", "was"].contains(words.first) && words.last == "of" && words.count > 2
    }

    /// "Foreign Minister of Osk" and "Minister of Foreign Affairs of Osk": all that one says the other says too.
    private static func saysTheSame(_ a: String, _ b: String) -> Bool {
        let words = (ContentWords.words(a), ContentWords.words(b))
        return words.0.isSubset(of: words.1) || words.1.isSubset(of: words.0)
    }

    private static func phrase(_ state: StateOfAffairs) -> String {
        ([state.relation] + state.object.map(\.name)).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
