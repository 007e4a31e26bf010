cimport cython
from ot_desktop.planning cimport masks, words
from ot_desktop.planning.words cimport word
from ot_desktop.planning.offers cimport Offers
from ot_desktop.planning.state cimport State
from ot_desktop.planning.tables cimport Tables

@cython.final
cdef class DoubleSessions:
    cdef readonly Offers offers
    cdef readonly State state
    cdef readonly Tables tables
    cdef readonly word days, slots, most, number, length, liked, family
    cdef list _rows
    cdef word *_found_for
    cdef word *_firsts
    cdef word *_points
    cdef word *_second

    cdef word *_row(self, word count) except NULL
    cdef void look_at(self, word number) noexcept
    @cython.locals(ones=word, others=word, one=word, other=word)
    cdef void fill(self, word team, word usual, word *prices) noexcept
    @cython.locals(at=word, firsts=word, first=word, points=word, price=word)
    cdef void _fill_from(self, word pair, word usual, word *prices) noexcept
    @cython.locals(best=word, one=word, other=word, at=word, points=word)
    cdef tuple pair(self, word team, word day, word first)
    cdef word _pairs(self, word one, word other) noexcept
    @cython.locals(therapist=word)
    cdef bint _may_pair(self, word one, word other, word day) noexcept
    @cython.locals(tables=Tables, offers=Offers, at=word, taken=word, firsts=word, strangers=word, notes=word, before=word, first=word, lunch=word, price=word, points=word)
    cdef void _pair_up(self, word one, word other, word day) noexcept
    @cython.locals(tables=Tables, best=word, end=word, dear=word, left=word, busy=word, travel=word, second=word, more=word, price=word)
    cdef word _second_start(self, word other, word day, word first, word notes, word lunch) noexcept
    @cython.locals(both=word, points=word)
    cdef word _price(self, word busy, word first, word second) noexcept
    @cython.locals(therapist=word, length=word, taken=word)
    cdef bint _lunch_left(self, word position, word day, word first, word second) noexcept
