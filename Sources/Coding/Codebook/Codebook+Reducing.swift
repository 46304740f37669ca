extension Codebook {
    /// The codebook as it would be had nobody thought of the given triggers: no rule fires on them.
    ///
    /// For estimates of how the rules do on words they do not have. Words in conditions stay.
    ///
    /// - Parameter triggers: a word (`storm`), gone from every rule, or a rule's id, a blank and a word
    ///   (`ASSAULT-attack-01 storm`), gone from that rule.
    public func without(_ triggers: Set<String>) -> Codebook {
        let reduced = rules.compactMap { rule -> Rule? in
            var rule = rule
            rule.triggers.removeAll {
                triggers.contains($0.lemma) || triggers.contains("\(rule.id) \($0.lemma)")
            }
            return rule.triggers.isEmpty ? nil : rule
        }
        return Codebook(
            concepts: concepts, rules: reduced, exceptions: exceptions, words: words, slots: slots,
            version: version)
    }

    /// The codebook without one of its exceptions.
    func without(exception id: String) -> Codebook {
        Codebook(
            concepts: concepts, rules: rules, exceptions: exceptions.filter { $0.id != id }, words: words,
            slots: slots, version: version)
    }
}
