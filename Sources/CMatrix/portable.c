#include "kernels.h"

#if defined(__FP_FAST_FMAF) || defined(__FMA__) || defined(__aarch64__)

/// The processor's own fused multiply-add.
static inline float fused(float a, float b, float c) { return __builtin_fmaf(a, b, c); }

#else

#include <stdint.h>
#include <string.h>

/// A fused multiply-add out of double arithmetic, for a processor of which nothing better is known.
///
/// The product of two floats is exact in double. The sum is rounded to odd, so that rounding it to float afterwards
/// is as if it had been rounded once (Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums", IEEE
/// Transactions on Computers 57(4), 2008).
static inline float fused(float a, float b, float c) {
    double product = (double)a * (double)b;
    double sum = product + (double)c;
    double part = sum - product;
    double error = (product - (sum - part)) + ((double)c - part);
    int64_t bits;
    memcpy(&bits, &sum, sizeof bits);
    int64_t inexact = (error > 0) | (error < 0);
    int64_t outward = (error > 0) == (sum > 0) ? 1 : -1;
    bits += (inexact & ~bits & 1) * outward;
    memcpy(&sum, &bits, sizeof sum);
    return (float)sum;
}

#endif

void cmatrix_multiply_portable(
    size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride) {
    for (size_t panel = 0; panel < panels; panel++) {
        const float *columns = b + panel * inner * CMATRIX_PANEL;
        for (size_t row = 0; row < rows; row++) {
            const float *left = a + row * a_stride;
            float sums[CMATRIX_PANEL] = {0};
            for (size_t index = 0; index < inner; index++) {
                for (size_t lane = 0; lane < CMATRIX_PANEL; lane++) {
                    sums[lane] = fused(left[index], columns[index * CMATRIX_PANEL + lane], sums[lane]);
                }
            }
            float *target = c + row * c_stride + panel * CMATRIX_PANEL;
            for (size_t lane = 0; lane < CMATRIX_PANEL; lane++) target[lane] = sums[lane];
        }
    }
}
