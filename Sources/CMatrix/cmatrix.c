#include "kernels.h"

bool cmatrix_can_run(cmatrix_kernel kernel) {
    switch (kernel) {
    case CMATRIX_PORTABLE: return true;
#if defined(__x86_64__)
    case CMATRIX_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case CMATRIX_AVX512: return __builtin_cpu_supports("avx512f");
#endif
    default: return false;
    }
}

void cmatrix_multiply(
    cmatrix_kernel kernel, size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b,
    float *c, size_t c_stride) {
    switch (kernel) {
#if defined(__x86_64__)
    case CMATRIX_AVX2: cmatrix_multiply_avx2(rows, inner, panels, a, a_stride, b, c, c_stride); return;
    case CMATRIX_AVX512: cmatrix_multiply_avx512(rows, inner, panels, a, a_stride, b, c, c_stride); return;
#endif
    default: cmatrix_multiply_portable(rows, inner, panels, a, a_stride, b, c, c_stride); return;
    }
}
