cimport cython
from ot_desktop.planning cimport words
from ot_desktop.planning.words cimport word
from ot_desktop.planning.tables cimport Tables

cdef word MOST_A_WEEK, STEP, CELLS, HELD

@cython.final
cdef class DayShare:
    cdef readonly Tables tables
    cdef readonly word stride
    cdef readonly list days
    cdef list _rows
    cdef word *_number
    cdef word *_least
    cdef word *_most
    cdef word *_a_week
    cdef word *_penalty
    cdef word *_price
    cdef word *_points
    cdef word *_pick
    cdef word *_points_after
    cdef word *_pick_after
    cdef word *_week_points
    cdef word *_week_pick
    cdef word *_best
    cdef word *_share

    cdef word *_row(self, word count) except NULL
    @cython.locals(tables=Tables)
    cpdef void limit(self, word side, word number, word least, word most) noexcept
    @cython.locals(day=word, start=word)
    cpdef price(self, word side, list starts)
    @cython.locals(cell=word, week=word, found=word, found_ones=word, found_others=word, care=word, other_care=word, ones=word, others=word, cost=word, value=word)
    cpdef word best(self, word visits)
    @cython.locals(cell=word, first=word, shift=word, day=word)
    cdef void _choose_in(self, word week) noexcept
    @cython.locals(tables=Tables, cell=word, side=word, price=word, penalty=word)
    cdef void _choose_on(self, word day, word bit) noexcept
    @cython.locals(step=word, ones=word, others=word, cell=word, held=word, points=word, pick=word, before=word, at=word, dear=word)
    cdef void _use(self, word side, word price, word penalty, word mark) noexcept
    @cython.locals(points=word, pick=word, before=word, at=word)
    cdef void _rest(self, word cell) noexcept
    @cython.locals(first=word, ones=word, others=word, least=word, taken=word, more=word, more_others=word, cell=word, before=word, points=word)
    cdef void _add(self, word week) noexcept
    @cython.locals(week=word, first=word, taken=word, pick=word, day=word)
    cdef _trace(self, word ones, word others)
