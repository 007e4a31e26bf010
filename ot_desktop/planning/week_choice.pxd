cimport cython
from ot_desktop.planning cimport words
from ot_desktop.planning.words cimport word
from ot_desktop.planning.tables cimport Tables

cdef word DAY_BITS, MOST_IN_WEEK, PICK

@cython.final
cdef class WeekChoice:
    cdef readonly Tables tables
    cdef readonly word days, weeks, size, care, penalty, least, most, in_a_row, most_ever
    cdef readonly bint twice
    cdef list _rows
    cdef word *one
    cdef word *two
    cdef word *extra
    cdef word *week_left
    cdef word *chosen
    cdef word *_offered
    cdef word *_in_a_row
    cdef word *_rested
    cdef word *_rested_pick
    cdef word *_used
    cdef word *_used_pick
    cdef word *_week_points
    cdef word *_week_pick
    cdef word *_best
    cdef word *_share

    cdef word *_row(self, word count) except NULL
    cdef _note_pairs(self, word number, word per_week, word most)
    cdef list _pairs_of(self, word week)
    cdef void limit(self, word number, word least, word most, word per_day) noexcept
    @cython.locals(tables=Tables)
    cdef void mind(self, word day) noexcept
    @cython.locals(value=word)
    cdef word best(self, word beat) noexcept
    @cython.locals(offered=word, begin=word, price=word, both=word)
    cdef word _cheapest_days(self) noexcept
    @cython.locals(key=word, at=word)
    cdef void _offer(self, word begin, word end, word price, word day) noexcept
    @cython.locals(key=word, at=word, value=word, bound=word, price=word, forced=word)
    cdef word _take(self, word offered) noexcept
    @cython.locals(most=word, found=word, count_found=word, count=word)
    cdef word _exactly(self) noexcept
    @cython.locals(first=word, share=word, least=word, taken=word, points=word)
    cdef void _add(self, word week) noexcept
    @cython.locals(taken=word, pick=word, bit=word)
    cdef void _trace(self, word count) noexcept
    @cython.locals(first=word)
    cdef void _choose_in(self, word week) noexcept
    @cython.locals(penalty=word, one=word, two=word, least=word, pick=word, price=word, before=word, mine=word)
    cdef void _choose_on(self, word day, word bit, word most) noexcept
