#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

// A tile is ROWS rows by PANELS panels of sums that stay in registers while the inner index runs: 14 × 2 sums, two
// vectors of columns and one broadcast fill the 32 registers. Rows and panels are constants where a tile is used, so
// that the compiler unrolls its loops.

#define TILE_ROWS 14

__attribute__((always_inline, target("avx512f"))) static inline void tile(
    const size_t rows, const size_t panels, size_t inner, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride) {
    __m512 sums[TILE_ROWS][8];
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < panels; panel++) sums[row][panel] = _mm512_setzero_ps();
    }
    for (size_t index = 0; index < inner; index++) {
        __m512 columns[8];
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < panels; panel++) {
            columns[panel] = _mm512_loadu_ps(b + (panel * inner + index) * CMATRIX_PANEL);
        }
#pragma clang loop unroll(full)
        for (size_t row = 0; row < rows; row++) {
            __m512 left = _mm512_set1_ps(a[row * a_stride + index]);
#pragma clang loop unroll(full)
            for (size_t panel = 0; panel < panels; panel++) {
                sums[row][panel] = _mm512_fmadd_ps(left, columns[panel], sums[row][panel]);
            }
        }
    }
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
        for (size_t panel = 0; panel < panels; panel++) {
            _mm512_storeu_ps(c + row * c_stride + panel * CMATRIX_PANEL, sums[row][panel]);
        }
    }
}

/// All rows of a few panels: tiles of 14 rows, then one of the rows that are left.
#define BAND(PANELS)                                                                                                   \
    __attribute__((target("avx512f"))) static void band_##PANELS(                                                      \
        size_t rows, size_t inner, const float *a, size_t a_stride, const float *b, float *c, size_t c_stride) {       \
        for (; rows >= TILE_ROWS; rows -= TILE_ROWS) {                                                                 \
            tile(TILE_ROWS, PANELS, inner, a, a_stride, b, c, c_stride);                                               \
            a += TILE_ROWS * a_stride;                                                                                 \
            c += TILE_ROWS * c_stride;                                                                                 \
        }                                                                                                              \
        if (rows >= 8) {                                                                                               \
            tile(8, PANELS, inner, a, a_stride, b, c, c_stride);                                                       \
            rows -= 8, a += 8 * a_stride, c += 8 * c_stride;                                                           \
        }                                                                                                              \
        if (rows >= 4) {                                                                                               \
            tile(4, PANELS, inner, a, a_stride, b, c, c_stride);                                                       \
            rows -= 4, a += 4 * a_stride, c += 4 * c_stride;                                                           \
        }                                                                                                              \
        for (; rows > 0; rows--, a += a_stride, c += c_stride) tile(1, PANELS, inner, a, a_stride, b, c, c_stride);    \
    }

BAND(2)
BAND(1)

__attribute__((target("avx512f"))) void cmatrix_multiply_avx512(
    size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride) {
    size_t panel = 0;
    if (rows == 1) {
        // A single row has too few sums for two panels to hide the latency of an addition.
        for (; panel + 8 <= panels; panel += 8) {
            tile(1, 8, inner, a, a_stride, b + panel * inner * CMATRIX_PANEL, c + panel * CMATRIX_PANEL, c_stride);
        }
        if (panel + 4 <= panels) {
            tile(1, 4, inner, a, a_stride, b + panel * inner * CMATRIX_PANEL, c + panel * CMATRIX_PANEL, c_stride);
            panel += 4;
        }
    }
    for (; panel + 2 <= panels; panel += 2) {
        band_2(rows, inner, a, a_stride, b + panel * inner * CMATRIX_PANEL, c + panel * CMATRIX_PANEL, c_stride);
    }
    if (panel < panels) {
        band_1(rows, inner, a, a_stride, b + panel * inner * CMATRIX_PANEL, c + panel * CMATRIX_PANEL, c_stride);
    }
}
#endif
