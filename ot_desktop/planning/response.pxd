cimport cython
from ot_desktop.planning cimport words
from ot_desktop.planning.words cimport word
from ot_desktop.planning.double_sessions cimport DoubleSessions
from ot_desktop.planning.offers cimport Offers
from ot_desktop.planning.state cimport State
from ot_desktop.planning.tables cimport Tables
from ot_desktop.planning.teams cimport Teams
from ot_desktop.planning.week_choice cimport WeekChoice

cdef word PLANES

@cython.final
cdef class Response:
    cdef readonly State state
    cdef readonly Tables tables
    cdef readonly Offers offers
    cdef readonly DoubleSessions doubles
    cdef readonly WeekChoice choice
    cdef readonly Teams teams
    cdef public object tick
    cdef readonly word days, slots, value, number, least, per_day
    cdef readonly word best_team, kept_team
    cdef readonly list best_days, best_starts, kept
    cdef list _rows
    cdef word *_use
    cdef word *at_start
    cdef word *_planes
    cdef word *_kept_off

    cdef word *_row(self, word count) except NULL
    @cython.locals(at=word)
    cpdef list find(self, word number, word least, word most)
    @cython.locals(tables=Tables, child=word, twice=bint)
    cpdef prepare(self, word number, word least, word most)
    @cython.locals(day=word, start=word, therapist=word)
    cdef _mind_kept(self)
    @cython.locals(tables=Tables, teams=Teams, team=word, bound=word, days=word, off=word, usual=word, missing=word)
    cdef _try_team(self, word at)
    @cython.locals(carry=word, both=word, plane=word, left=word, session=tuple)
    cdef count_starts(self, word team)
    @cython.locals(found=word, most=word)
    cdef word next_usual(self) noexcept
    @cython.locals(value=word)
    cdef _try_usual(self, word team, word usual)
    @cython.locals(extra=word)
    cpdef word worth(self, word team, word usual, word beat) noexcept
    cpdef list teams_found(self)
    cpdef list usual_starts(self, word team)
    cpdef list prices(self)
    cdef list chosen_days(self)
    @cython.locals(day=word, width=word, twice=bint)
    cdef list chosen_starts(self, list days)
    @cython.locals(day=word, start=word, second=word, one=word, other=word, before=word)
    cpdef list seat(self, word team, list days, list starts)
    @cython.locals(able=word)
    cdef void _count_use(self, word team, word day, word start) noexcept
    @cython.locals(able=word, found=word, most=word, position=word)
    cdef word _most_used(self, word team, word day, word start) noexcept
    cdef tuple _session(self, word day, word start, word position)
