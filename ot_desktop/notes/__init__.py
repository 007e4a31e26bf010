"""Session notes: written with the parent, signed, and never changed after.

``domain`` what a note says (``session_part`` and ``parent_part`` are its two halves), ``codec``
how it is stored, ``completeness`` what signing asks for, ``note_page`` what the screen is given,
``soap`` how it prints, ``service`` the use cases.
"""
