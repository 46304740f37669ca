import SpacyPipeline

/// A hand-made parse: text, lemma, tag, part of speech, label and head of each token.
func parse(_ rows: [(String, String, String, String, String, Int)]) -> AnnotatedText {
    var start = 0
    return AnnotatedText(
        tokens: rows.enumerated().map { index, row in
            defer { start += row.0.utf8.count + 1 }
            return Token(
                start: start, end: start + row.0.utf8.count, text: row.0, lemma: row.1, tag: row.2, pos: row.3,
                dep: row.4, head: row.5, ent: "O", isSentenceStart: index == 0, hasTrailingBlank: true, morph: "")
        })
}

/// "Osk did not rebuff the offer of Veldania", parsed.
let rebuff = parse([
    ("Osk", "Osk", "NNP", "PROPN", "nsubj", 3), ("did", "do", "VBD", "AUX", "aux", 3),
    ("not", "not", "RB", "PART", "neg", 3), ("rebuff", "rebuff", "VB", "VERB", "ROOT", 3),
    ("the", "the", "DT", "DET", "det", 5), ("offer", "offer", "NN", "NOUN", "dobj", 3),
    ("of", "of", "IN", "ADP", "prep", 5), ("Veldania", "Veldania", "NNP", "PROPN", "pobj", 6),
])
