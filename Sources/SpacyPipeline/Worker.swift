/// What one thread needs to annotate texts: caches and working memory.
///
/// `@unchecked Sendable`: `LanguageModel` lends a worker to one call at a time.
final class Worker: @unchecked Sendable {
    private let components: Components
    private var table = FormTable()
    private var encoder: EncoderRun
    private var entityEncoder: EncoderRun
    private var parserRun: TransitionRun
    private var entityRun: TransitionRun
    private var parser = ArcEager()
    private var attributes: AttributeCache
    private var tagScores = Scratch()

    /// Texts are encoded together until they have this many tokens.
    private static let batchTokens = 4096

    init(_ components: Components) {
        self.components = components
        encoder = EncoderRun(components.encoder)
        entityEncoder = EncoderRun(components.entityEncoder)
        parserRun = TransitionRun(components.parser)
        entityRun = TransitionRun(components.entities)
        attributes = AttributeCache(components)
    }

    /// Annotates texts in order.
    func annotate(_ texts: [String]) -> [AnnotatedText] {
        var results: [AnnotatedText] = []
        results.reserveCapacity(texts.count)
        var batch: [TokenizedText] = []
        var tokens = 0
        for text in texts {
            var copy = text
            let tokenized = copy.withUTF8 { TokenizedText($0, table: &table, model: components.text) }
            batch.append(tokenized)
            tokens += tokenized.count
            if tokens >= Worker.batchTokens {
                finish(&batch, into: &results)
                tokens = 0
            }
        }
        finish(&batch, into: &results)
        return results
    }

    private func finish(_ batch: inout [TokenizedText], into results: inout [AnnotatedText]) {
        if batch.isEmpty { return }
        let width = components.encoder.width
        let vectors = encoder.encode(batch[...], forms: table.forms)
        let entityVectors = entityEncoder.encode(batch[...], forms: table.forms)
        var row = components.encoder.padding
        var entityRow = components.entityEncoder.padding
        for text in batch {
            results.append(
                annotate(
                    text, vectors: vectors + row * width,
                    entityVectors: entityVectors + entityRow * components.entityEncoder.width))
            row += text.count + components.encoder.padding
            entityRow += text.count + components.entityEncoder.padding
        }
        batch.removeAll(keepingCapacity: true)
        encoder.shrink()
        entityEncoder.shrink()
        parserRun.shrink()
        entityRun.shrink()
        if table.trim() {
            encoder.forgetForms()
            entityEncoder.forgetForms()
            attributes.clear()
        }
    }

    private func annotate(
        _ text: TokenizedText, vectors: UnsafePointer<Float>, entityVectors: UnsafePointer<Float>
    ) -> AnnotatedText {
        let count = text.count
        if count == 0 { return AnnotatedText(tokens: []) }
        let tags = tag(vectors, count: count)
        let isSpace = { (index: Int) in self.table.forms[Int(text.forms[index])].isSpace }

        parserRun.begin(vectors, count: count)
        var parse = parser.parse(
            count: count, actions: components.parserActions, rootLabel: components.rootLabel, run: &parserRun)
        SentenceBounds(heads: parse.heads).restore(
            &parse, decorated: { self.components.decorated[Int($0)] }, isSpace: isSpace)
        let starts = SentenceBounds(heads: parse.heads).sentenceStarts(parse.heads)

        let values = attributes.values(text, tags: tags, labels: parse.labels, forms: table.forms)

        entityRun.begin(entityVectors, count: count)
        let entities = EntityTransitions.find(
            count: count, actions: components.entityActions, isSpace: isSpace, isSentenceStart: starts, run: &entityRun)

        var tokens: [Token] = []
        tokens.reserveCapacity(count)
        var start = 0
        for index in 0..<count {
            let form = Int(text.forms[index])
            let end = start + Int(table.byteCounts[form])
            let value = values[index]
            let hasBlank = text.hasTrailingBlank[index]
            tokens.append(
                Token(
                    start: start, end: end, text: table.forms[form].text, lemma: value.lemma, tag: value.tag,
                    pos: value.pos, dep: value.dep, head: Int(parse.heads[index]), ent: "O",
                    isSentenceStart: starts[index], hasTrailingBlank: hasBlank, morph: value.morph))
            start = end + (hasBlank ? 1 : 0)
        }
        for entity in entities {
            for index in entity.tokens {
                tokens[index].ent = (index == entity.tokens.lowerBound ? "B-" : "I-") + entity.label
            }
        }
        return AnnotatedText(tokens: tokens)
    }

    private func tag(_ vectors: UnsafePointer<Float>, count: Int) -> [Int32] {
        let outputs = components.tagger.outputs
        var tags: [Int32] = []
        tags.reserveCapacity(count)
        // Blocks keep the scores of a long text from taking much memory.
        let block = 1024
        let scores = tagScores.room(block * components.tagger.columns)
        for start in stride(from: 0, to: count, by: block) {
            let size = min(block, count - start)
            components.tagger.apply(vectors + start * components.tagger.inputs, count: size, into: scores)
            for row in 0..<size {
                let place = scores + row * components.tagger.columns
                var best = 0
                for index in 1..<outputs where place[index] > place[best] { best = index }
                tags.append(Int32(best))
            }
        }
        return tags
    }
}
