#ifndef CMATRIX_H
#define CMATRIX_H

#include <stdbool.h>
#include <stddef.h>

// The product of two matrices of 32-bit floats on the calling thread, with the same bits on every processor.
//
// Each element of the result is one chain of fused multiply-adds, beginning with zero, over the inner index in
// ascending order, each rounded once (IEEE 754-2008, fusedMultiplyAdd). How many rows and columns a kernel works on at
// a time changes its speed and nothing else: an element depends on its row and its column alone, and all kernels agree
// to the last bit.

/// The columns that lie side by side in one panel of the packed right-hand side.
#define CMATRIX_PANEL 16

/// The ways to compute the product.
typedef enum {
    CMATRIX_PORTABLE = 0, ///< plain C: every processor; the compiler's own instructions where it has fused ones
    CMATRIX_AVX2 = 1,     ///< x86-64 with AVX2 and FMA
    CMATRIX_AVX512 = 2,   ///< x86-64 with AVX-512 F
} cmatrix_kernel;

/// Whether this processor and its operating system can run a kernel.
bool cmatrix_can_run(cmatrix_kernel kernel);

/// `c = a · b`: `a` is rows × inner, row by row, its rows `a_stride` floats apart (they may overlap); `c` is
/// rows × (panels · 16), its rows `c_stride` floats apart.
///
/// `b` is packed by panels: the 16 columns of a panel lie side by side for inner index 0, then 1, and so on; the panels
/// follow one another. The kernel must be one that can run here.
void cmatrix_multiply(
    cmatrix_kernel kernel, size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b,
    float *c, size_t c_stride);

#endif
