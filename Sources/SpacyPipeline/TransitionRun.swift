/// One worker's use of a transition model: the hidden contributions of one text's tokens, and the scores of a state.
///
/// Contributions are computed in blocks of tokens when first asked for. A bounded number of blocks is kept, so that
/// a text of any length needs bounded memory; a block that has been dropped is computed again to the same values.
struct TransitionRun {
    private let model: TransitionModel
    private var vectors = Scratch()
    private var blocks = Scratch()
    /// Which block of the text each slot holds, or -1.
    private var held: [Int] = []
    private var count = 0
    private var reduced: UnsafePointer<Float>?
    private var slots: UnsafeMutablePointer<Float>?
    private let hiddenBuffer: FloatBuffer
    private let sumBuffer: FloatBuffer
    private let scoreBuffer: FloatBuffer

    private static let blockBits = 8
    private static let blockSize = 1 << blockBits
    private static let slotLimit = 64

    init(_ model: TransitionModel) {
        self.model = model
        hiddenBuffer = FloatBuffer(count: model.hidden)
        sumBuffer = FloatBuffer(count: model.sums)
        scoreBuffer = FloatBuffer(count: model.upper.columns)
    }

    /// Gives back working memory that an unusually long text needed.
    mutating func shrink() {
        vectors.shrink(above: 4_000_000)
    }

    /// Begins a text of `count` tokens whose vectors lie row by row at `tokens`.
    mutating func begin(_ tokens: UnsafePointer<Float>, count: Int) {
        self.count = count
        let target = vectors.room(count * model.reduce.outputs)
        model.reduce.apply(tokens, count: count, into: target)
        reduced = UnsafePointer(target)
        let blockCount = (count + TransitionRun.blockSize - 1) / TransitionRun.blockSize
        let slotCount = min(blockCount, TransitionRun.slotLimit)
        slots = blocks.room(slotCount * TransitionRun.blockSize * model.products)
        held.removeAll(keepingCapacity: true)
        for _ in 0..<slotCount { held.append(-1) }
    }

    /// The hidden contributions of a token.
    @inline(__always)
    private mutating func contributions(_ token: Int) -> UnsafePointer<Float>? {
        guard let slots, !held.isEmpty else { return nil }
        let block = token >> TransitionRun.blockBits
        let slot = block % held.count
        let place = slots + slot * TransitionRun.blockSize * model.products
        if held[slot] != block { compute(block, slot, place) }
        return UnsafePointer(place + (token & (TransitionRun.blockSize - 1)) * model.products)
    }

    private mutating func compute(_ block: Int, _ slot: Int, _ place: UnsafeMutablePointer<Float>) {
        guard let reduced else { return }
        let start = block * TransitionRun.blockSize
        model.lower.multiply(
            rows: min(TransitionRun.blockSize, count - start), reduced + start * model.reduce.outputs,
            stride: model.reduce.outputs, into: place, outputStride: model.products)
        held[slot] = block
    }

    /// The scores of all actions in the state that these context tokens describe; -1 is no token. The pointer is good
    /// until the next call.
    mutating func scores(_ context: UnsafeBufferPointer<Int32>) -> UnsafePointer<Float> {
        let sums = model.sums
        let total = UnsafeMutableRawPointer(sumBuffer.pointer)
        total.copyMemory(from: model.bias.pointer, byteCount: sums * 4)
        for feature in 0..<model.features {
            let token = Int(context[feature])
            let row: UnsafePointer<Float>
            if token >= 0, let place = contributions(token) {
                row = place + feature * sums
            } else {
                row = UnsafePointer(model.padding.pointer + feature * sums)
            }
            let source = UnsafeRawPointer(row)
            for place in stride(from: 0, to: sums * 4, by: 32) {
                let sum =
                    total.load(fromByteOffset: place, as: SIMD8<Float>.self)
                    + source.load(fromByteOffset: place, as: SIMD8<Float>.self)
                total.storeBytes(of: sum, toByteOffset: place, as: SIMD8<Float>.self)
            }
        }
        let hidden = UnsafeMutableRawPointer(hiddenBuffer.pointer)
        for place in stride(from: 0, to: model.hidden * 4, by: 32) {
            let first = total.load(fromByteOffset: place, as: SIMD8<Float>.self)
            let second = total.load(fromByteOffset: place + model.hidden * 4, as: SIMD8<Float>.self)
            hidden.storeBytes(
                of: first.replacing(with: second, where: second .> first), toByteOffset: place, as: SIMD8<Float>.self)
        }
        let scores = scoreBuffer.pointer
        model.upper.apply(hiddenBuffer.pointer, count: 1, into: scores)
        return UnsafePointer(scores)
    }
}
