cimport cython
from cpython cimport array
from ot_desktop.planning cimport masks, words
from ot_desktop.planning.tables cimport Tables
from ot_desktop.planning.words cimport word

@cython.final
cdef class Holders:
    cdef readonly Tables tables
    cdef readonly word days
    cdef readonly array.array therapists, rooms
    cdef word *_therapist
    cdef word *_room

    cdef void note(self, word therapist_day, word room_day, word start, word number) noexcept
    @cython.locals(first=word)
    cpdef list with_therapist(self, word therapist, word day, word taken)
    @cython.locals(first=word)
    cpdef list in_room(self, word room, word day, word taken)
    @cython.locals(found=list, start=word, number=word, length=word)
    cdef list _holding(self, word *holder, word first, word taken, word notes)
    @cython.locals(tables=Tables, slots=word, first=word, start=word, number=word, length=word)
    cpdef word dear_slots(self, word therapist, word day, word limit) noexcept
    @cython.locals(tables=Tables, found=set, able=word, therapist=word, length=word, day=word, wanted=word, first=word, start=word, other=word, taken=word)
    cpdef set rivals(self, word number, word position)
