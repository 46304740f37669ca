/// One worker's use of an encoder: its cache and its working memory.
struct EncoderRun {
    private let encoder: WordEncoder
    private var cache: EncoderCache
    private var rows: [Int32] = []
    private var first = Scratch()
    private var second = Scratch()
    private var sums = Scratch()

    /// Rows that are worked on at a time: large enough for the matrix product, small enough for the cache.
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
        first.shrink(above: 4_000_000)
        second.shrink(above: 4_000_000)
    }

    /// The vectors of all tokens: texts follow one another with spaCy's padding before, between and after them.
    ///
    /// The pointer holds `padding` rows, the first text's rows, `padding` rows, and so on; it is good until the next
    /// call.
    mutating func encode(_ texts: ArraySlice<TokenizedText>, forms: [Form]) -> UnsafePointer<Float> {
        rows.removeAll(keepingCapacity: true)
        for text in texts {
            for _ in 0..<encoder.padding { rows.append(-1) }
            for index in 0..<text.count {
                rows.append(text.forms[index] * 2 + (encoder.usesBlank && text.hasTrailingBlank[index] ? 1 : 0))
            }
        }
        for _ in 0..<encoder.padding { rows.append(-1) }

        // One row of zeros on either side stands for what lies outside.
        let width = encoder.width
        let count = rows.count
        let sumWidth = encoder.layers[0].sums
        var input = first.room((count + 2) * width) + width
        var output = second.room((count + 2) * width) + width
        for edge in [input - width, output - width, input + count * width, output + count * width] {
            edge.update(repeating: 0, count: width)
        }
        let sum = sums.room(EncoderRun.block * sumWidth)
        for start in stride(from: 0, to: count, by: EncoderRun.block) {
            let end = min(start + EncoderRun.block, count)
            cache.prepare(rows[max(start - 1, 0)..<min(end + 1, count)], forms: forms)
            cache.firstLayer(rows, start..<end, scratch: sum, into: input)
        }
        for layer in encoder.layers.dropFirst() {
            for start in stride(from: 0, to: count, by: EncoderRun.block) {
                let size = min(EncoderRun.block, count - start)
                // Three neighbouring rows are one row of the product's left side: every third token at a time,
                // the rows need not be copied.
                for offset in 0..<min(3, size) {
                    Blas.multiply(
                        rows: (size - offset + 2) / 3, inner: 3 * width, columns: sumWidth,
                        input + (start + offset - 1) * width, stride: 3 * width, layer.weights.pointer,
                        into: sum + offset * sumWidth, stride: 3 * sumWidth)
                }
                for row in 0..<size {
                    layer.finish(
                        sum + row * sumWidth, residual: input + (start + row) * width,
                        into: output + (start + row) * width)
                }
            }
            swap(&input, &output)
        }
        return UnsafePointer(input)
    }
}
