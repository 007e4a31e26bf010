"""The session note, written with the parent in the room; this is the map.

``page`` one visit's note, ``list_page`` the notes still to be signed. The page is made of
``head``, ``strip`` (alerts, plan), two columns of sections (``parent_column``,
``session_column``; one module per section) and the ``rail``. ``autosave`` keeps what is typed,
``asker`` is how the page asks for a password, ``reader`` shows what is signed.
"""
