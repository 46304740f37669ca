/// The arithmetic that a model needs for a token: what bounds the speed of annotation.
///
/// Counted in multiply-adds, with the caches warm: embedding and first window layer of a known form cost none. Every
/// token is pushed and popped once by the parser and passed once by the entity recogniser, so the upper layers count
/// twice and once; breaks and words that go back to the buffer come on top and are left out, which makes the bound
/// higher and the share reached lower.
extension LanguageModel {
    /// The multiply-adds a token costs by part of the model, the parts in the order they run.
    package var multiplyAddsPerToken: [(part: String, count: Int)] {
        func window(_ encoder: WordEncoder) -> Int {
            encoder.layers.dropFirst().reduce(0) { $0 + $1.inputs * $1.sums }
        }
        func states(_ model: TransitionModel, count: Int) -> Int {
            model.reduce.inputs * model.reduce.outputs + model.reduce.outputs * model.products
                + count * model.hidden * model.upper.outputs
        }
        let parts = shared
        return [
            ("window layers", window(parts.encoder)),
            ("tagger", parts.tagger.inputs * parts.tagger.outputs),
            ("parser", states(parts.parser, count: 2)),
            ("window layers of the entity recogniser", window(parts.entityEncoder)),
            ("entity recogniser", states(parts.entities, count: 1)),
        ]
    }

    /// The speed of the matrix product that annotation spends its time on, in multiply-adds a second on this thread:
    /// 2,000 × 288 by 288 × 288, the best of `rounds` runs.
    package static func measureProduct(_ kernel: MatrixKernel, rounds: Int) -> Double {
        let (rows, inner, columns) = (2000, 288, 288)
        let left = FloatBuffer(count: rows * inner)
        let result = FloatBuffer(count: rows * columns)
        for index in 0..<left.count { left.pointer[index] = Float(index % 17) * 0.1 - 0.8 }
        let right = PackedMatrix(inner: inner, columns: columns, kernel: kernel) { index, column in
            Float((index * columns + column) % 13) * 0.1 - 0.6
        }
        let clock = ContinuousClock()
        var best = Duration.seconds(3600)
        for _ in 0..<rounds {
            let time = clock.measure {
                right.multiply(
                    rows: rows, left.pointer, stride: inner, into: result.pointer, outputStride: columns)
            }
            best = min(best, time)
        }
        return Double(rows * inner * columns) / (best / .seconds(1))
    }
}
