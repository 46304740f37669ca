import Testing

@testable import SpacyPipeline

/// A product is one chain of fused multiply-adds an element, whatever the kernel and whatever its shape.
@Suite struct MatrixKernelTests {
    /// Numbers of very different sizes, the same in every run, so that a sum in another order shows.
    struct Numbers {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> Float {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let fraction = Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
            return fraction * Float(sign: .plus, exponent: Int(state >> 16 & 15) - 8, significand: 1)
        }
    }

    /// What the specification says, by the standard library's own fused multiply-add.
    private func expected(_ left: [Float], stride: Int, rows: Int, inner: Int, columns: Int, _ right: [Float])
        -> [Float]
    {
        (0..<rows * columns).map { place in
            let (row, column) = (place / columns, place % columns)
            return (0..<inner).reduce(Float(0)) { sum, index in
                sum.addingProduct(left[row * stride + index], right[index * columns + column])
            }
        }
    }

    @Test(
        arguments: MatrixKernel.available,
        [(1, 64, 106), (1, 3, 16), (2, 5, 33), (3, 96, 288), (7, 17, 48), (13, 8, 16), (14, 9, 31), (29, 12, 80)])
    func aProductIsAChainOfFusedMultiplyAdds(_ kernel: MatrixKernel, shape: (rows: Int, inner: Int, columns: Int)) {
        var numbers = Numbers(seed: UInt64(shape.rows * 1000 + shape.inner))
        // Rows overlap, as a window of neighbouring words does.
        let stride = max(1, shape.inner / 3)
        let left = (0..<(shape.rows * stride + shape.inner)).map { _ in numbers.next() }
        let right = (0..<(shape.inner * shape.columns)).map { _ in numbers.next() }
        let matrix = PackedMatrix(inner: shape.inner, columns: shape.columns, kernel: kernel) { index, column in
            right[index * shape.columns + column]
        }
        var output = [Float](repeating: .nan, count: shape.rows * matrix.columns)
        output.withUnsafeMutableBufferPointer { buffer in
            guard let target = buffer.baseAddress else { return }
            matrix.multiply(rows: shape.rows, left, stride: stride, into: target, outputStride: matrix.columns)
        }
        let wanted = expected(
            left, stride: stride, rows: shape.rows, inner: shape.inner, columns: shape.columns, right)
        for row in 0..<shape.rows {
            let found = output[row * matrix.columns..<(row + 1) * matrix.columns]
            #expect(
                found.prefix(shape.columns).map(\.bitPattern)
                    == wanted[row * shape.columns..<(row + 1) * shape.columns].map(\.bitPattern))
            #expect(found.dropFirst(shape.columns).allSatisfy { $0 == 0 })
        }
    }

    @Test func everyProcessorHasAKernel() {
        #expect(MatrixKernel.available.contains(.portable))
        #expect(MatrixKernel.fastest == MatrixKernel.available.first)
    }
}
