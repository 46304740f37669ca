internal import CMatrix

/// A way to compute products of matrices on this processor. All ways give the same bits: they differ in speed alone.
///
/// An element of a product is one chain of fused multiply-adds in the order of the inner index, each rounded once.
/// It depends on its row and its column alone, so that what a text gives does not depend on the texts beside it, nor on
/// the machine (`Sources/CMatrix/include/cmatrix.h`).
public enum MatrixKernel: String, Sendable, CaseIterable {
    /// x86-64 with AVX-512 F.
    case avx512
    /// x86-64 with AVX2 and FMA.
    case avx2
    /// Plain C. On a processor without fused multiply-adds, or of another architecture, this is what remains.
    case portable

    /// Those that this processor can run, the fastest first.
    public static let available = allCases.filter { cmatrix_can_run($0.code) }

    /// The fastest that this processor can run.
    public static var fastest: MatrixKernel { available.first ?? .portable }

    /// The number the C code knows it by.
    var code: cmatrix_kernel {
        switch self {
        case .avx512: CMATRIX_AVX512
        case .avx2: CMATRIX_AVX2
        case .portable: CMATRIX_PORTABLE
        }
    }
}

/// The right side of products, packed once as the kernels read it.
struct PackedMatrix: Sendable {
    /// The columns of a product: those given, and zeros up to a multiple of a panel's width.
    let columns: Int
    let inner: Int
    private let kernel: MatrixKernel
    private let values: FloatBuffer

    /// The columns that stand side by side in the packed form.
    static let panel = Int(CMATRIX_PANEL)

    /// Packs a matrix of inner × columns whose elements are asked for by inner index and column.
    init(inner: Int, columns: Int, kernel: MatrixKernel, _ element: (_ inner: Int, _ column: Int) -> Float) {
        self.inner = inner
        self.kernel = kernel
        let panel = PackedMatrix.panel
        self.columns = (columns + panel - 1) / panel * panel
        values = FloatBuffer(count: inner * self.columns)
        for column in 0..<columns {
            let start = column / panel * panel * inner + column % panel
            for index in 0..<inner { values.pointer[start + index * panel] = element(index, column) }
        }
    }

    /// One element.
    subscript(index: Int, column: Int) -> Float {
        let panel = PackedMatrix.panel
        return values.pointer[column / panel * panel * inner + index * panel + column % panel]
    }

    /// `output = left · self`, row by row: `rows` rows of `left`, `stride` floats apart, which may overlap.
    ///
    /// A row of the output has `columns` floats and begins `outputStride` floats after the one before.
    @inline(__always)
    func multiply(
        rows: Int, _ left: UnsafePointer<Float>, stride: Int, into output: UnsafeMutablePointer<Float>,
        outputStride: Int
    ) {
        if rows <= 0 { return }
        cmatrix_multiply(
            kernel.code, rows, inner, columns / PackedMatrix.panel, left, stride, values.pointer, output, outputStride)
    }
}
