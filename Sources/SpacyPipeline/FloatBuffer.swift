/// A fixed block of floats, aligned for vector instructions.
///
/// `@unchecked Sendable`: weights are written while the model loads and only read afterwards; scratch buffers
/// belong to one worker, which one thread uses at a time.
final class FloatBuffer: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Float>
    let count: Int

    /// Allocates the floats, all zero.
    convenience init(count: Int) {
        self.init(uninitialized: count)
        pointer.initialize(repeating: 0, count: max(count, 16))
    }

    /// Allocates the floats without touching them: a large buffer costs no memory where it is not written.
    init(uninitialized count: Int) {
        self.count = count
        pointer = UnsafeMutableRawPointer.allocate(byteCount: max(count, 16) * 4, alignment: 64)
            .bindMemory(to: Float.self, capacity: max(count, 16))
    }

    /// Copies an array.
    convenience init(_ values: [Float]) {
        self.init(count: values.count)
        for (index, value) in values.enumerated() { pointer[index] = value }
    }

    deinit {
        pointer.deallocate()
    }
}

/// A block of floats that grows when more are asked for, so that hot paths do not allocate.
struct Scratch {
    private var buffer = FloatBuffer(count: 0)

    /// Room for `count` floats; what was there before is lost when it had to grow.
    mutating func room(_ count: Int) -> UnsafeMutablePointer<Float> {
        if buffer.count < count { buffer = FloatBuffer(count: count + count / 4) }
        return buffer.pointer
    }

    /// Gives the memory back when it is larger than `limit` floats.
    mutating func shrink(above limit: Int) {
        if buffer.count > limit { buffer = FloatBuffer(count: 0) }
    }
}
