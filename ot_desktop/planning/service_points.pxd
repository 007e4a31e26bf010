cimport cython
from cpython cimport array
from ot_desktop.planning cimport words
from ot_desktop.planning.tables cimport Tables
from ot_desktop.planning.words cimport word

@cython.final
cdef class ServicePoints:
    cdef readonly Tables tables
    cdef array.array _row
    cdef word *_seen

    @cython.locals(tables=Tables, session=tuple, points=word, before=word, day=word, start=word, therapist=word)
    cpdef word of(self, word number, list sessions)
    @cython.locals(tables=Tables)
    cdef word _stranger(self, word number, word therapist) noexcept
    @cython.locals(session=tuple, day=word, start=word, before=word, occurring=word, points=word, least=word, usual=word, usual_left=word, left=word)
    cdef word _off_time(self, list sessions)
