// The one vector instruction that Swift cannot name: a bit for each byte of a vector.

#pragma once

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>

/// Bit i is the high bit of byte i.
static inline uint32_t figlint_high_bits(__m128i bytes) {
  return (uint32_t)_mm_movemask_epi8(bytes);
}
#endif
