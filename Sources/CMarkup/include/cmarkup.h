// A narrow face of libxml2's HTML parser and of iconv. No header of either is visible to Swift, because libxml2's brings
// ICU's, which clash with Foundation's.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What the walk over a page reports, in document order. Strings are UTF-8 and live only for the call.
typedef struct {
    /// An element begins. `attributes` holds name, value, name, value, …, then NULL.
    void (*start)(void *context, const char *name, const char *const *attributes);
    /// An element ends.
    void (*end)(void *context, const char *name);
    /// Text, with character references resolved.
    void (*text)(void *context, const char *bytes, size_t count);
} cmarkup_events;

/// Reads HTML in UTF-8 and reports its elements and text. No network, no entities of its own, libxml2's default limits. Returns 0; 1, and reports nothing, if the page nests too deep to be read to its end; -1 if libxml2 gave up.
int cmarkup_read_html(const uint8_t *bytes, size_t count, const cmarkup_events *events, void *context);

/// Converts `count` bytes from a named encoding to UTF-8.
///
/// Returns 0 and sets `*result` (to be released with `cmarkup_free`) and `*result_count`; 1 if the encoding is unknown;
/// 2 if the bytes are not valid in it, with the offset of the first bad byte in `*bad`; 3 if memory ran out.
int cmarkup_decode(
    const char *encoding, const uint8_t *bytes, size_t count, uint8_t **result, size_t *result_count, size_t *bad);

/// Releases what `cmarkup_decode` made.
void cmarkup_free(uint8_t *bytes);

/// Sets the calling thread's file system user, as `setfsuid(2)`; returns the one before. Only tests of permissions use it.
int cmarkup_set_file_user(unsigned user);

#ifdef __cplusplus
}
#endif
