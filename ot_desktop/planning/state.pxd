cimport cython
from cpython cimport array
from ot_desktop.planning cimport masks, words
from ot_desktop.planning.words cimport word
from ot_desktop.planning.service_points cimport ServicePoints
from ot_desktop.planning.tables cimport Tables

@cython.final
cdef class State:
    cdef readonly object problem
    cdef readonly Tables tables
    cdef readonly ServicePoints service_points
    cdef readonly word days
    cdef public list sessions, kept
    cdef readonly array.array free_therapist, contact_left, free_room, busy, visits
    cdef readonly array.array holder, room_holder
    cdef readonly array.array points, trip_points
    cdef public word score
    cdef word *_free_therapist
    cdef word *_contact_left
    cdef word *_free_room
    cdef word *_busy
    cdef word *_visits
    cdef word *_holder
    cdef word *_room_holder
    cdef word *_points
    cdef word *_trip_points

    cdef _look(self)
    @cython.locals(had=list, changed=list, session=tuple)
    cpdef place(self, word number, list sessions)
    @cython.locals(sessions=list)
    cpdef list clear(self, word number)
    @cython.locals(tables=Tables, day=word, start=word, therapist=word, room=word)
    cdef _book(self, word number, tuple session)
    @cython.locals(tables=Tables, day=word, start=word, therapist=word, room=word)
    cdef _free(self, word number, tuple session)
    @cython.locals(session=tuple, day=word, before=word, cost=word)
    cdef _count_points(self, word number, list changed)
    @cython.locals(tables=Tables, busy=word)
    cpdef word family_busy(self, word family, word day) noexcept
    @cython.locals(tables=Tables)
    cpdef word trip_cost(self, word family, word busy) noexcept
    @cython.locals(tables=Tables, busy=word)
    cpdef word blocked(self, word child, word day) noexcept
    @cython.locals(left=word)
    cpdef word lunch_kept(self, word therapist, word day, word length) noexcept
    @cython.locals(owed=word, left=word)
    cpdef bint has_lunch_beside(self, word therapist, word day, word taken) noexcept
    cpdef word hours_left(self, word therapist, word day) noexcept
    cpdef word visits_on(self, word child, word day) noexcept
    @cython.locals(tables=Tables, starts=word)
    cpdef word therapist_starts(self, word number, word position, word day) noexcept
    @cython.locals(tables=Tables, therapist=word, free=word, length=word)
    cpdef word loose_starts(self, word number, word position, word day) noexcept
    @cython.locals(tables=Tables, starts=word)
    cpdef word room_starts(self, word number, word day) noexcept
    cpdef bint room_is_free(self, word number, word room, word day, word start) noexcept
    @cython.locals(tables=Tables)
    cpdef word room_for(self, word number, word day, word start) noexcept
    @cython.locals(busy=word, child=word, session=tuple)
    cpdef word child_starts(self, word number, word day) noexcept
    @cython.locals(first=word)
    cpdef list booked_with(self, word therapist, word day, word taken)
    @cython.locals(first=word)
    cpdef list booked_in(self, word room, word day, word taken)
    @cython.locals(found=list, start=word, number=word, length=word)
    cdef list _holding(self, word *holder, word first, word taken, word notes)
    @cython.locals(tables=Tables, slots=word, first=word, start=word, number=word, length=word)
    cpdef word dear_slots(self, word therapist, word day, word limit) noexcept
    @cython.locals(tables=Tables, found=set, able=word, therapist=word, length=word, day=word, wanted=word, first=word, start=word, other=word, taken=word)
    cpdef set rivals(self, word number, word position)
    @cython.locals(number=word, booked=word)
    cpdef bint is_in(self, word child)
    @cython.locals(number=word, booked=word)
    cpdef word sessions_of(self, word child)
    cpdef take_out(self, word child)
    cpdef list snapshot(self)
    @cython.locals(number=word, changed=list)
    cpdef restore(self, list kept)
