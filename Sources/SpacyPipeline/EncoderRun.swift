/// One worker's use of an encoder: its cache and its working memory.
struct EncoderRun {
    private let encoder: WordEncoder
    private var cache: EncoderCache
    private var rows: [Int32] = []
    private var forms: [Form] = []
    private var vectors = Scratch()
    private var first = Scratch()
    private var second = Scratch()
    private var sums = Scratch()

    /// Rows that go through all layers at a time: large enough for the matrix product, small enough for the cache.
    private static let block = 768

    init(_ encoder: WordEncoder) {
        self.encoder = encoder
        cache = EncoderCache(encoder)
    }

    /// Forgets what depends on form indexes.
    mutating func forgetForms() {
        cache.clear()
    }

    /// Gives back working memory that an unusually long text needed.
    mutating func shrink() {
        vectors.shrink(above: 4_000_000)
    }

    /// The vectors of all tokens: texts follow one another with spaCy's padding before, between and after them.
    ///
    /// The pointer holds `padding` rows, the first text's rows, `padding` rows, and so on; it is good until the next
    /// call.
    mutating func encode(_ texts: ArraySlice<TokenizedText>, forms: [Form]) -> UnsafePointer<Float> {
        self.forms = forms
        defer { self.forms = [] }
        rows.removeAll(keepingCapacity: true)
        for text in texts {
            for _ in 0..<encoder.padding { rows.append(-1) }
            for index in 0..<text.count {
                rows.append(text.forms[index] * 2 + (encoder.usesBlank && text.hasTrailingBlank[index] ? 1 : 0))
            }
        }
        for _ in 0..<encoder.padding { rows.append(-1) }

        let width = encoder.width
        let depth = encoder.padding
        let output = vectors.room(rows.count * width)
        let local = (EncoderRun.block + 2 * depth) * width
        var input = first.room(local)
        var other = second.room(local)
        for start in stride(from: 0, to: rows.count, by: EncoderRun.block) {
            let end = min(start + EncoderRun.block, rows.count)
            if start < depth || end + depth > rows.count {
                // What lies outside of all rows counts as zeros.
                input.update(repeating: 0, count: local)
                other.update(repeating: 0, count: local)
            }
            for (index, layer) in encoder.layers.enumerated() {
                // A layer looks one row to each side, so the layers before it have as many rows more.
                let margin = depth - 1 - index
                let range = max(start - margin, 0)..<min(end + margin, rows.count)
                let target = margin == 0 ? output : other - (start - depth) * width
                if index == 0 {
                    embed(range, into: target)
                } else {
                    apply(layer, range, from: input - (start - depth) * width, into: target)
                }
                swap(&input, &other)
            }
        }
        return UnsafePointer(output)
    }

    /// The first layer, from what is known of the forms.
    private mutating func embed(_ range: Range<Int>, into target: UnsafeMutablePointer<Float>) {
        cache.prepare(rows[max(range.lowerBound - 1, 0)..<min(range.upperBound + 1, rows.count)], forms: forms)
        cache.firstLayer(rows, range, scratch: sums.room(encoder.layers[0].sums), into: target)
    }

    /// One of the layers after the first.
    private mutating func apply(
        _ layer: MaxoutLayer, _ range: Range<Int>, from input: UnsafeMutablePointer<Float>,
        into target: UnsafeMutablePointer<Float>
    ) {
        let width = encoder.width
        let sum = sums.room((EncoderRun.block + 2 * encoder.padding) * layer.sums)
        // Three neighbouring rows are one row of the product's left side: its rows overlap, nothing is copied.
        layer.weights.multiply(
            rows: range.count, input + (range.lowerBound - 1) * width, stride: width, into: sum,
            outputStride: layer.sums)
        for (place, row) in range.enumerated() {
            layer.finish(sum + place * layer.sums, residual: input + row * width, into: target + row * width)
        }
    }
}
