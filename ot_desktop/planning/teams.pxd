cimport cython
from ot_desktop.planning cimport words
from ot_desktop.planning.offers cimport Offers
from ot_desktop.planning.tables cimport Tables
from ot_desktop.planning.week_choice cimport WeekChoice
from ot_desktop.planning.words cimport word

cdef word SINGLE_OUT, PAIR

@cython.final
cdef class Teams:
    cdef readonly Tables tables
    cdef readonly Offers offers
    cdef readonly WeekChoice choice
    cdef readonly word size, ables, per_day, kept
    cdef list _rows
    cdef word *team
    cdef word *bound
    cdef word *sessions
    cdef word *_able
    cdef word *_days

    cdef word *_row(self, word count) except NULL
    @cython.locals(room=word, among=word, picked=word, low=word, ripple=word)
    cdef void look(self, word kept, word per_day) noexcept
    @cython.locals(days=word, at=word)
    cdef void _line_up(self) noexcept
    @cython.locals(days=word, weeks=word)
    cdef word _days_of(self, word position) noexcept
    @cython.locals(team=word)
    cdef void _add_picked(self, word picked) noexcept
    @cython.locals(tables=Tables, offers=Offers, sessions=word, stranger=word, left=word, points=word)
    cdef void _add(self, word team) noexcept
    cdef word days_needed(self, word sessions) noexcept
    @cython.locals(weeks=word, sessions=word, days=word, left=word)
    cdef word _most_sessions(self, word team) noexcept
    @cython.locals(found=word)
    cdef word most_promising(self, word beat) noexcept
