extension Mending {
    /// The base form of a verb that the tagger took for something else: "attack" of "attacks", "petition" of "petitioned",
    /// "snub" of "snubbing", "blockade" of "blockaded".
    ///
    /// A stem with a doubled consonant loses one, a stem that ends as English stems do not gains an "e". Where the text has the
    /// verb elsewhere in a form that the tagger knew, that base form would do as well; the rule needs no list.
    func base(of index: Int) -> String {
        let word = tree.words[index]
        if word.hasSuffix("ing"), word.count > 5 { return stem(String(word.dropLast(3))) }
        if word.hasSuffix("ied"), word.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("ed"), word.count > 3 { return stem(String(word.dropLast(2))) }
        return tree.lemmas[index]
    }

    private func stem(_ stem: String) -> String {
        let letters = Array(stem)
        guard letters.count > 2, let last = letters.last else { return stem }
        let before = letters[letters.count - 2]
        if last == before { return "lsz".contains(last) ? stem : String(stem.dropLast()) }
        let isVowelBefore = "aeiou".contains(before)
        let isVowelTwoBefore = "aeiouy".contains(letters[letters.count - 3])
        if "cvuszg".contains(last), !(last == "g" && before == "n") { return stem + "e" }
        // One vowel before one consonant: "shar-e", "invad-e"; but "petition", "visit", where the stress lies before.
        let vowels = letters.filter { "aeiou".contains($0) }.count
        let isShort = isVowelBefore && !isVowelTwoBefore
        return isShort && !"xwyh".contains(last) && (vowels == 1 || "ai".contains(before) && last == "d")
            ? stem + "e" : stem
    }

    /// "Hope" of "hoped", where the lemmatizer gave "hop": a short verb that ends in one vowel and one consonant doubles it
    /// ("hopped"), so a single one tells of an "e" that was dropped.
    func mendDroppedVowel(_ index: Int, _ changes: inout [Change]) {
        let tag = tree.tags[index]
        guard tag == .VBD || tag == .VBN || tag == .VBG, (3...5).contains(tree.lemmas[index].utf8.count) else { return }
        let (base, word) = (tree.lemmas[index], tree.words[index])
        let lemma = Array(base.utf8)
        guard word == base + "ed" || word == base + "ing", let last = lemma.last,
            !Self.vowels.contains(last), !Self.undoubled.contains(last),
            Self.vowels.contains(lemma[lemma.count - 2]), lemma.count(where: { Self.vowels.contains($0) }) == 1
        else { return }
        changes.append(Change(index: index, lemma: base + "e"))
    }

    private static let vowels = Array("aeiouy".utf8)
    /// Consonants that are never doubled.
    private static let undoubled = Array("xwh".utf8)
}
