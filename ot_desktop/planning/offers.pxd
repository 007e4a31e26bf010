cimport cython
from ot_desktop.planning cimport masks, words
from ot_desktop.planning.words cimport word
from ot_desktop.planning.state cimport State
from ot_desktop.planning.tables cimport Tables

@cython.final
cdef class Offers:
    cdef readonly State state
    cdef readonly Tables tables
    cdef readonly object random
    cdef public bint blink
    cdef public word eject, sparing, packing, avoiding
    cdef public dict avoided
    cdef readonly word days, slots, number, able, first_able, floor, gathered
    cdef list _rows
    cdef word *level_count
    cdef word *level_points
    cdef word *level_starts
    cdef word *free
    cdef word *taken
    cdef word *near
    cdef word *loose
    cdef word *in_week
    cdef word *_column
    cdef word *_gathered_for

    cpdef avoid(self, word number, word therapist, word first, word last)
    cdef word *_row(self, word count) except NULL
    cpdef gather(self, word number)
    @cython.locals(tables=Tables, state=State, starts=word, roomy=word, week=word, in_week=word)
    cdef _gather_day(self, word day)
    cdef word _near(self, word position)
    @cython.locals(free=word, able=word)
    cdef bint _look(self, word position, word day, word starts, word roomy)
    @cython.locals(therapist=word, dear=word, length=word)
    cdef word _spared(self, word able, word day)
    @cython.locals(tables=Tables, drawn=word, gone=word, first_day=word, day=word)
    cdef _overlook(self)
    @cython.locals(tables=Tables, state=State, points=word, start=word)
    cdef void _price(self, word day, word starts) noexcept
    @cython.locals(at=word, first=word, size=word)
    cdef void _add_level(self, word day, word points, word starts) noexcept
    @cython.locals(best=word, best_start=word, points=word, total=word, start=word, ahead=word)
    cdef word cheapest(self, word day, word starts, word usual) noexcept
    @cython.locals(at=word, near=word, free=word, loose=word, best=word)
    cdef word _offer(self, word position, word day, word usual) noexcept
    cdef word _dearer(self, word day, word starts, word usual, word points) noexcept
    @cython.locals(best=word, stranger=word)
    cdef word _fill_column(self, word position, word usual) noexcept
    @cython.locals(first=word)
    cdef void fill(self, word team, word usual, word *prices) noexcept
    @cython.locals(at=word, starts=word)
    cdef word starts_of(self, word team, word day) noexcept
    @cython.locals(free=word, taken=word, position=word, cheapest=word, least=word, able=word, stranger=word)
    cdef word who(self, word team, word day, word start) noexcept
