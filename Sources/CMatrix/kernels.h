#ifndef CMATRIX_KERNELS_H
#define CMATRIX_KERNELS_H

#include "cmatrix.h"

void cmatrix_multiply_portable(
    size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride);

#if defined(__x86_64__)
void cmatrix_multiply_avx2(
    size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride);
void cmatrix_multiply_avx512(
    size_t rows, size_t inner, size_t panels, const float *a, size_t a_stride, const float *b, float *c,
    size_t c_stride);
#endif

#endif
