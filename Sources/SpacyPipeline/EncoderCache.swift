/// What an encoder has computed of word forms, bounded: embedding and first-layer partial products.
struct EncoderCache {
    private let encoder: WordEncoder
    /// The place of each form (twice its index, plus one with a trailing blank where that matters), or -1.
    private var places: [Int32] = []
    private var used = 0
    private let embeddings: FloatBuffer
    private let partials: FloatBuffer
    private var features = Scratch()
    private var sums = Scratch()
    private var missing: [Int32] = []

    /// The most forms that are kept: about 4 kB each.
    private static let capacity = 8192
    /// New forms are computed this many at a time.
    private static let batch = 256

    init(_ encoder: WordEncoder) {
        self.encoder = encoder
        embeddings = FloatBuffer(uninitialized: EncoderCache.capacity * encoder.width)
        partials = FloatBuffer(uninitialized: EncoderCache.capacity * encoder.layers[0].sums * 3)
    }

    /// Forgets everything, because form indexes have changed or room is needed.
    mutating func clear() {
        for index in places.indices { places[index] = -1 }
        used = 0
    }

    /// Makes sure that the forms of `rows` are there. There must be fewer of them than the capacity.
    mutating func prepare(_ rows: ArraySlice<Int32>, forms: [Form]) {
        while places.count < forms.count * 2 { places.append(-1) }
        collect(rows)
        if used + missing.count > EncoderCache.capacity {
            for key in missing { places[Int(key)] = -1 }
            clear()
            collect(rows)
        }
        var start = 0
        while start < missing.count {
            let count = min(EncoderCache.batch, missing.count - start)
            compute(missing[start..<(start + count)], forms)
            start += count
        }
    }

    private mutating func collect(_ rows: ArraySlice<Int32>) {
        missing.removeAll(keepingCapacity: true)
        for key in rows where key >= 0 && places[Int(key)] < 0 {
            places[Int(key)] = Int32(used + missing.count)
            missing.append(key)
        }
    }

    private mutating func compute(_ keys: ArraySlice<Int32>, _ forms: [Form]) {
        let width = encoder.width
        let inputs = encoder.mix.inputs
        let input = features.room(EncoderCache.batch * inputs)
        for (row, key) in keys.enumerated() {
            encoder.embed(forms[Int(key >> 1)], hasTrailingBlank: key & 1 == 1, into: input + row * inputs)
        }
        let sum = sums.room(EncoderCache.batch * encoder.mix.sums)
        encoder.mix.weights.multiply(
            rows: keys.count, input, stride: inputs, into: sum, outputStride: encoder.mix.sums)
        let target = embeddings.pointer + used * width
        for row in 0..<keys.count {
            encoder.mix.finish(sum + row * encoder.mix.sums, residual: nil, into: target + row * width)
        }
        let products = encoder.layers[0].sums * 3
        encoder.partialWeights.multiply(
            rows: keys.count, target, stride: width, into: partials.pointer + used * products, outputStride: products)
        used += keys.count
    }

    /// Runs the first window layer over `rows[range]`, whose forms and neighbours have been prepared; key -1 is
    /// padding.
    func firstLayer(
        _ rows: [Int32], _ range: Range<Int>, scratch: UnsafeMutablePointer<Float>,
        into output: UnsafeMutablePointer<Float>
    ) {
        let layer = encoder.layers[0]
        let width = encoder.width
        let sums = layer.sums
        for row in range {
            let before = row > 0 ? rows[row - 1] : -1
            let after = row + 1 < rows.count ? rows[row + 1] : -1
            var residual: UnsafePointer<Float>?
            if rows[row] >= 0 {
                residual = UnsafePointer(embeddings.pointer + Int(places[Int(rows[row])]) * width)
            }
            add(
                partial(before, 0, sums), partial(rows[row], 1, sums), partial(after, 2, sums), count: sums,
                into: scratch)
            layer.finish(scratch, residual: residual, into: output + row * width)
        }
    }

    @inline(__always)
    private func partial(_ key: Int32, _ place: Int, _ sums: Int) -> UnsafeRawPointer? {
        key < 0 ? nil : UnsafeRawPointer(partials.pointer + (Int(places[Int(key)]) * 3 + place) * sums)
    }

    @inline(__always)
    private func add(
        _ first: UnsafeRawPointer?, _ second: UnsafeRawPointer?, _ third: UnsafeRawPointer?, count: Int,
        into output: UnsafeMutablePointer<Float>
    ) {
        let target = UnsafeMutableRawPointer(output)
        if let first, let second, let third {
            for place in stride(from: 0, to: count * 4, by: 32) {
                let sum =
                    first.load(fromByteOffset: place, as: SIMD8<Float>.self)
                    + second.load(fromByteOffset: place, as: SIMD8<Float>.self)
                    + third.load(fromByteOffset: place, as: SIMD8<Float>.self)
                target.storeBytes(of: sum, toByteOffset: place, as: SIMD8<Float>.self)
            }
            return
        }
        for place in stride(from: 0, to: count * 4, by: 32) {
            var sum = SIMD8<Float>.zero
            if let first { sum += first.load(fromByteOffset: place, as: SIMD8<Float>.self) }
            if let second { sum += second.load(fromByteOffset: place, as: SIMD8<Float>.self) }
            if let third { sum += third.load(fromByteOffset: place, as: SIMD8<Float>.self) }
            target.storeBytes(of: sum, toByteOffset: place, as: SIMD8<Float>.self)
        }
    }
}
