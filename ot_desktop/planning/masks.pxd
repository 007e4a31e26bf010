from ot_desktop.planning cimport words
from ot_desktop.planning.words cimport word

cpdef word span(word start, word length) noexcept
cpdef word runs(word mask, word length) noexcept
cpdef word hits(word mask, word length) noexcept
cpdef list bits(word mask)
cpdef word beside_lunch(word lunches, word lunch, word length) noexcept
cpdef word trip_points(word busy, word gap, word travel, word waiting) noexcept
