#pragma once
#include <zlib.h>

/// `inflateInit2` is a macro, which Swift cannot call. 47: windows of up to 32 KB, gzip or zlib told by the header.
static inline int peidan_inflate_start(z_streamp stream) { return inflateInit2(stream, 47); }
