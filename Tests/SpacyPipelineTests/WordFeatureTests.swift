import Testing

@testable import SpacyPipeline

/// Expected values are Python's and spaCy's own.
@Suite struct WordFeatureTests {
    @Test(arguments: [
        ("Osk-2019", "Xxx-dddd"), ("NATO", "XXXX"), ("iPhone", "xXxxxx"), ("don't", "xxx'x"), ("Zürich", "Xxxxx"),
        ("abcdefgh", "xxxx"), ("ABCDEFx", "XXXXx"), ("10,000", "dd,ddd"), ("½", "½"), ("²", "d"), ("北京", "xx"),
        ("\u{1c5}", "x"), ("!!!!!!", "!!!!"), ("a1B2", "xdXd"), ("e\u{301}", "x\u{301}"),
        (String(repeating: "x", count: 100), "LONG"),
    ])
    func shapes(_ text: String, _ shape: String) {
        #expect(ExactText(LexicalRules.shape(text)) == ExactText(shape))
    }

    @Test(arguments: [
        ("NATO", "nato"), ("É", "é"), ("ΟΔΟΣ", "οδος"), ("ΣΑΣ Σ", "σας σ"), ("Σ", "σ"), ("ΑΣ.", "ας."),
        ("ΑΣ'Β", "ασ'β"),
        ("İ", "i\u{307}"), ("ẞ", "ß"),
    ])
    func lowerCase(_ text: String, _ lower: String) {
        #expect(ExactText(PythonText.lower(text)) == ExactText(lower))
    }

    @Test func aFormHasPrefixSuffixAndNorm() {
        let rules = LexicalRules(
            baseNorms: [ExactText("€"): "$"], modelNorms: [StringHash.murmur64A("colour"): "color"])
        let form = Form("colour", norm: nil, rules: rules)
        #expect(form.norm == StringHash.murmur64A("color"))
        #expect(form.prefix == StringHash.murmur64A("c"))
        #expect(form.suffix == StringHash.murmur64A("our"))
        #expect(Form("€", norm: nil, rules: rules).norm == StringHash.murmur64A("$"))
        #expect(Form("NO", norm: nil, rules: rules).norm == StringHash.murmur64A("no"))
        #expect(Form("'cause", norm: "because", rules: rules).norm == StringHash.murmur64A("because"))
        #expect(Form("\u{a0}\n", norm: nil, rules: rules).isSpace)
        #expect(!Form("a ", norm: nil, rules: rules).isSpace)
    }

    @Test func twoSpellingsOfOneLetterAreTwoForms() {
        let model = TextRules(lexical: LexicalRules(), tokenizer: TokenizerRules())
        var table = FormTable()
        let composed = table.index(TokenPart(text: "caf\u{e9}", norm: nil), model: model)
        let decomposed = table.index(TokenPart(text: "cafe\u{301}", norm: nil), model: model)
        #expect(composed != decomposed)
        #expect(table.forms[Int(composed)].byteCount == 5)
        #expect(table.forms[Int(decomposed)].byteCount == 6)
    }
}
