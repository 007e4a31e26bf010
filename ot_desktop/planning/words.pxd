from cpython cimport array

ctypedef long long word

cdef extern from *:
    """
    #if defined(_MSC_VER)
    #include <intrin.h>
    static CYTHON_INLINE int words_lowest(long long mask) {
        unsigned long slot;
        _BitScanForward64(&slot, (unsigned __int64)mask);
        return (int)slot;
    }
    static CYTHON_INLINE int words_highest(long long mask) {
        unsigned long slot;
        _BitScanReverse64(&slot, (unsigned __int64)mask);
        return (int)slot;
    }
    static CYTHON_INLINE int words_count(long long mask) {
        int found = 0;
        for (; mask; mask &= mask - 1) found++;
        return found;
    }
    #else
    #define words_lowest(mask) __builtin_ctzll((unsigned long long)(mask))
    #define words_highest(mask) (63 - __builtin_clzll((unsigned long long)(mask)))
    #define words_count(mask) __builtin_popcountll((unsigned long long)(mask))
    #endif
    """
    int lowest "words_lowest" (word mask) noexcept
    int highest "words_highest" (word mask) noexcept
    int count "words_count" (word mask) noexcept

cdef enum:
    START_BITS = 6
    NO_START = 1000000000

cdef extern from *:
    """
    #define WORDS_NOWHERE 64000000000LL
    """
    word NOWHERE "WORDS_NOWHERE"

cdef inline word* view(array.array numbers) noexcept:
    return numbers.data.as_longlongs

cdef inline word one(word slot) noexcept:
    return (<word>1) << slot
