from cpython cimport array
from ot_desktop.planning cimport words
from ot_desktop.planning.words cimport word

cdef class Tables:
    cdef list _alive
    cdef readonly word days, slots, weeks
    cdef readonly word extra_therapist, not_preferred, adjacent_days, wait_per_slot, trip_gap
    cdef word *first_day
    cdef word *week
    cdef word *follows
    cdef word *off_time
    cdef word *child
    cdef word *length
    cdef word *least
    cdef word *most
    cdef word *per_week
    cdef word *max_team
    cdef word *spread
    cdef word *care
    cdef word *preferred
    cdef word *windows
    cdef word *first_room
    cdef word *room
    cdef word *first_able
    cdef word *therapist
    cdef word *stranger
    cdef word *starts
    cdef word *possible
    cdef word *family
    cdef word *per_day
    cdef word *visits
    cdef word *first_sibling
    cdef word *sibling
    cdef word *first_kid
    cdef word *kid
    cdef word *travel
    cdef word *note_slots
    cdef word *lunch_slots
    cdef word *lunch_starts

    cdef word *_row(self, object numbers) except NULL
    cdef word *_flat(self, object rows) except NULL
    cdef word *_firsts(self, object rows) except NULL
