/// A maxout layer followed by layer normalisation, as thinc's `Maxout(normalize=True)`.
///
/// Weights are inputs × (pieces · outputs), the pieces one after the other, so that the maximum over pieces runs over
/// neighbouring outputs.
struct MaxoutLayer: Sendable {
    let inputs: Int
    let outputs: Int
    let pieces: Int
    let weights: PackedMatrix
    let bias: FloatBuffer
    let gain: FloatBuffer
    let shift: FloatBuffer

    /// The number of sums before the maximum.
    var sums: Int { outputs * pieces }

    /// Reads the layer from a maxout node and the normalisation that follows it.
    init(_ model: ThincModel, _ maxout: ThincModel.Node, _ norm: ThincModel.Node) throws(ModelError) {
        let w = try model.parameter(maxout, "W")
        let b = try model.parameter(maxout, "b")
        let g = try model.parameter(norm, "G")
        let s = try model.parameter(norm, "b")
        guard w.shape.count == 3 else { throw ModelError.damaged(model.path, "a maxout layer of the wrong shape") }
        let (outputs, pieces, inputs) = (w.shape[0], w.shape[1], w.shape[2])
        self.outputs = outputs
        self.pieces = pieces
        self.inputs = inputs
        guard b.values.count == outputs * pieces, g.values.count == outputs, s.values.count == outputs else {
            throw ModelError.damaged(model.path, "a maxout layer of the wrong shape")
        }
        guard outputs % PackedMatrix.panel == 0, pieces == 3 else {
            throw ModelError.unsupported(model.path, "a maxout layer of \(outputs) x \(pieces)")
        }
        weights = PackedMatrix(inner: inputs, columns: outputs * pieces, kernel: model.kernel) { input, column in
            w.values[(column % outputs * pieces + column / outputs) * inputs + input]
        }
        bias = FloatBuffer(count: outputs * pieces)
        for output in 0..<outputs {
            for piece in 0..<pieces { bias.pointer[piece * outputs + output] = b.values[output * pieces + piece] }
        }
        gain = FloatBuffer(g.values)
        shift = FloatBuffer(s.values)
    }

    /// Finishes one row: adds the bias to the sums, takes the maximum over pieces, normalises, and adds `residual`
    /// where there is one.
    @inline(__always)
    func finish(
        _ sums: UnsafePointer<Float>, residual: UnsafePointer<Float>?, into output: UnsafeMutablePointer<Float>
    ) {
        let lanes = outputs / 8
        let total = UnsafeRawPointer(sums)
        let biases = UnsafeRawPointer(bias.pointer)
        let result = UnsafeMutableRawPointer(output)
        let stride = outputs * 4
        var sum = SIMD8<Float>.zero
        for lane in 0..<lanes {
            let place = lane * 32
            let first = load(total, place) + load(biases, place)
            let second = load(total, place + stride) + load(biases, place + stride)
            let third = load(total, place + 2 * stride) + load(biases, place + 2 * stride)
            let larger = first.replacing(with: second, where: second .> first)
            let largest = larger.replacing(with: third, where: third .> larger)
            result.storeBytes(of: largest, toByteOffset: place, as: SIMD8<Float>.self)
            sum += largest
        }
        let mean = SIMD8<Float>(repeating: sum.sum() / Float(outputs))
        var squares = SIMD8<Float>.zero
        for lane in 0..<lanes {
            let distance = load(UnsafeRawPointer(result), lane * 32) - mean
            squares += distance * distance
        }
        let scale = SIMD8<Float>(repeating: 1 / (squares.sum() / Float(outputs) + 1e-8).squareRoot())
        let gains = UnsafeRawPointer(gain.pointer)
        let shifts = UnsafeRawPointer(shift.pointer)
        for lane in 0..<lanes {
            let place = lane * 32
            var value =
                (load(UnsafeRawPointer(result), place) - mean) * scale * load(gains, place) + load(shifts, place)
            if let residual { value += load(UnsafeRawPointer(residual), place) }
            result.storeBytes(of: value, toByteOffset: place, as: SIMD8<Float>.self)
        }
    }

    @inline(__always)
    private func load(_ pointer: UnsafeRawPointer, _ offset: Int) -> SIMD8<Float> {
        pointer.load(fromByteOffset: offset, as: SIMD8<Float>.self)
    }
}

/// A linear layer: weights inputs × columns, where columns are the outputs and zeros up to a multiple of a panel.
struct LinearLayer: Sendable {
    let inputs: Int
    let outputs: Int
    let weights: PackedMatrix
    let bias: FloatBuffer

    /// The floats of a row of the layer's result: the outputs come first, zeros follow.
    var columns: Int { weights.columns }

    /// Reads the layer from a `linear` or `softmax` node.
    init(_ model: ThincModel, _ node: ThincModel.Node) throws(ModelError) {
        let w = try model.parameter(node, "W")
        let b = try model.parameter(node, "b")
        guard w.shape.count == 2, b.values.count == w.shape[0] else {
            throw ModelError.damaged(model.path, "a linear layer of the wrong shape")
        }
        let (outputs, inputs) = (w.shape[0], w.shape[1])
        self.outputs = outputs
        self.inputs = inputs
        weights = PackedMatrix(inner: inputs, columns: outputs, kernel: model.kernel) { input, output in
            w.values[output * inputs + input]
        }
        bias = FloatBuffer(b.values)
    }

    /// Applies the layer to `count` rows; the output's rows are `columns` apart.
    func apply(_ input: UnsafePointer<Float>, count: Int, into output: UnsafeMutablePointer<Float>) {
        weights.multiply(rows: count, input, stride: inputs, into: output, outputStride: columns)
        for row in 0..<count {
            let place = output + row * columns
            for index in 0..<outputs { place[index] += bias.pointer[index] }
        }
    }
}
