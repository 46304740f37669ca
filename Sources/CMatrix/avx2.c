#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

// A tile is ROWS rows by PANELS panels of sums that stay in registers while the inner index runs. A panel is two
// vectors wide: 6 rows of it, its two vectors of columns and one broadcast fill 15 of the 16 registers. Rows and panels
// are constants where a tile is used, so that the compiler unrolls its loops.

#define TILE_ROWS 6

__attribute__((always_inline, target("avx2,fma"))) static inline void tile(
    const size_t rows, const size_t panels, size_t inner, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride) {
    __m256 low[TILE_ROWS][4];
    __m256 high[TILE_ROWS][4];
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < panels; panel++) {
            low[row][panel] = _mm256_setzero_ps();
            high[row][panel] = _mm256_setzero_ps();
        }
    }
    for (size_t index = 0; index < inner; index++) {
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < panels; panel++) {
            const float *columns = b + (panel * inner + index) * CMATRIX_PANEL;
            __m256 first = _mm256_loadu_ps(columns);
            __m256 second = _mm256_loadu_ps(columns + 8);
#pragma clang loop unroll(full)
            for (size_t row = 0; row < rows; row++) {
                __m256 left = _mm256_set1_ps(a[row * a_stride + index]);
                low[row][panel] = _mm256_fmadd_ps(left, first, low[row][panel]);
                high[row][panel] = _mm256_fmadd_ps(left, second, high[row][panel]);
            }
        }
    }
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < panels; panel++) {
            float *target = c + row * c_stride + panel * CMATRIX_PANEL;
            _mm256_storeu_ps(target, low[row][panel]);
            _mm256_storeu_ps(target + 8, high[row][panel]);
        }
    }
}

/// All rows of one panel: tiles of 6 rows, then of the rows that are left.
__attribute__((target("avx2,fma"))) static void band(
    size_t rows, size_t inner, const float *a, size_t a_stride, const float *b, float *c, size_t c_stride) {
    for (; rows >= TILE_ROWS; rows -= TILE_ROWS) {
        tile(TILE_ROWS, 1, inner, a, a_stride, b, c, c_stride);
        a += TILE_ROWS * a_stride;
        c += TILE_ROWS * c_stride;
    }
    if (rows >= 3) {
        tile(3, 1, inner, a, a_stride, b, c, c_stride);
        rows -= 3, a += 3 * a_stride, c += 3 * c_stride;
    }
    for (; rows > 0; rows--, a += a_stride, c += c_stride) tile(1, 1, inner, a, a_stride, b, c, c_stride);
}

__attribute__((target("avx2,fma"))) void cmatrix_multiply_avx2(
    size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride) {
    size_t panel = 0;
    if (rows == 1) {
        // A single row of one panel has too few sums to hide the latency of an addition.
        for (; panel + 4 <= panels; panel += 4) {
            tile(1, 4, inner, a, a_stride, b + panel * inner * CMATRIX_PANEL, c + panel * CMATRIX_PANEL, c_stride);
        }
    }
    for (; panel < panels; panel++) {
        band(rows, inner, a, a_stride, b + panel * inner * CMATRIX_PANEL, c + panel * CMATRIX_PANEL, c_stride);
    }
}
#endif
