import Grammar

/// Finds the date of a happening that is named again: "the attack", after "an attack on 3 May".
struct RenamedHappening: AnchoredDateStage {
    let context: DateContext

    /// How many sentences back it is looked for.
    private static let reach = 2

    /// The expression that dates the happening which a noun names again.
    func date(of noun: Int) -> Int? {
        guard classes[noun] == .noun, isHappening(noun), isBare(noun),
            tree.children(of: noun, [.det]).contains(where: { words.articles.contains(forms[$0]) })
        else { return nil }
        let sentence = tree.sentence(of: noun)
        let block = parsed.sentences[sentence].block
        guard
            let start = parsed.sentences[max(0, sentence - Self.reach)...sentence].first(where: { $0.block == block })?
                .tokens.lowerBound
        else { return nil }
        let lemma = lemmas[noun]
        for token in (start..<noun).reversed() where classes[token] == .noun {
            let other = lemmas[token]
            guard other == lemma || other.hasSuffix(lemma) && lemma.count > 3 else { continue }
            if let own = anchors[token].first(where: { $0.relation == .during && $0.way == .own }) { return own.index }
            return SentenceDates(context: context).told(at: token, as: .act) { $0.relation == .during }?.index
        }
        return nil
    }

    /// Whether nothing tells a noun from others of its sort.
    private func isBare(_ noun: Int) -> Bool {
        tree.children(of: noun).allSatisfy { ([.det, .punct, .cc, .conj] as Dependencies).contains(labels[$0]) }
    }
}
