cimport cython
from ot_desktop.planning cimport words
from ot_desktop.planning.words cimport word

@cython.final
cdef class PriceTables:
    cdef readonly object layout, scratch
    cdef readonly list picks
    cdef word days, people, kinds, starts, length, care, extra, again, near, slope, far
    cdef word least, most, per_week, max_team, weeks, none, exact, stride
    cdef word usual, one, other
    cdef bint twice
    cdef list made
    cdef word *week_ends
    cdef word *in_a_row
    cdef word *base
    cdef word *rows
    cdef word *contact
    cdef word *needed
    cdef word *rooms
    cdef word *room_rows
    cdef word *family_rows
    cdef word *own_rows
    cdef word *costs
    cdef word *table
    cdef word *common
    cdef word *pairs

    @cython.locals(value=word, bound=word, usual=word)
    cpdef best(self, sums_row, price_row)
    @cython.locals(sums=cython.p_longlong, price=cython.p_longlong, costs=cython.p_longlong, base=cython.p_longlong, common=cython.p_longlong, starts=word, cells=word, at=word, day=word, person=word, first=word, everybody=word, begin=word, end=word, same=word, cost=word, least=word)
    cdef _look_up(self, sums_row, price_row)
    @cython.locals(common=cython.p_longlong, starts=word, length=word, at=word, kind=word, begin=word, free=word, cost=word)
    cdef void _look_up_day(self, word day, word *sums, word *price) noexcept
    @cython.locals(common=cython.p_longlong, starts=word, length=word, at=word, begin=word, own=word)
    cdef void _add_own(self, word day, word *sums, word *price) noexcept
    @cython.locals(day=word)
    cdef word _column(self, word person, word usual) except *
    @cython.locals(first=word, column=word, usual=word)
    cdef void _fill(self, word person, word day) noexcept
    @cython.locals(table=cython.p_longlong, starts=word, stride=word, slope=word, near=word, cheap=word, least=word, cost=word, best=word, at=word, back=word)
    cdef void _spread(self, word *costs, word first, word column) noexcept
    @cython.locals(costs=cython.p_longlong, pairs=cython.p_longlong, starts=word, none=word, later=word, back=word, at=word, after=word, cost=word)
    cdef void _find_pairs(self, word first) noexcept
    @cython.locals(table=cython.p_longlong, second=word)
    cdef void _share(self, word cell) noexcept
    @cython.locals(table=cython.p_longlong, column=word, day=word, first=word, second=word)
    cdef word _mix(self, word one, word other) noexcept
    @cython.locals(column=word)
    cdef word _team_column(self, word usual) except *
    cdef word _team_extra(self) noexcept
    @cython.locals(most=word, person=word, worth=word)
    cdef word _best_team(self, word usual, word everybody, word value) except *
    @cython.locals(one=word, other=word, column=word, worth=word)
    cdef word _best_pair(self, word usual, word value) except *
    @cython.locals(pool=list, value=word, count=word, cost=word, gain=word)
    cdef word _worth(self, word column) except *
    @cython.locals(pool=list, costs=list, week=word, start=word, end=word, day=word)
    cdef list _pool(self, word column)
    @cython.locals(column=word)
    cdef _pick(self)
    cdef _pick_on(self, word day, bint twice)
    cdef word _off_time(self, word at) noexcept
