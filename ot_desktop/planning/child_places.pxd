cimport cython
from ot_desktop.planning.response cimport Response
from ot_desktop.planning.state cimport State
from ot_desktop.planning.tables cimport Tables
from ot_desktop.planning.words cimport word

@cython.final
cdef class ChildPlaces:
    cdef readonly State state
    cdef readonly object problem, together
    cdef readonly Response response
    cdef public object joint

    @cython.locals(before=word)
    cpdef bint insert(self, word child)
    @cython.locals(tables=Tables, least=word, most=word, sessions=list)
    cdef bint _place_next(self, word number, word visits)
    @cython.locals(left=word, other=word)
    cpdef word visits_left(self, word number)
    cpdef bint refill(self, word number)
    @cython.locals(state=State, left=word, number=word, needed=word, allowed=word)
    cdef bint _in_order(self, tuple order, word spare, word extra)
    cpdef word _needed(self, word number)
    @cython.locals(before=word, kept=list)
    cpdef improve(self, word number, word visits)
