"""Puts the Tab key in the order things are read, also after fields came or went."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.notes.section import fields_of
from ui.widgets.tab_chain import chain


def set_tab_order(parts: Iterable[QWidget]) -> None:
    """Chain the fields of ``parts``, each part in the order of its layout."""
    fields: list[QWidget] = []
    for part in parts:
        layout = part.layout()
        fields += fields_of(layout) if layout is not None else [part]
    chain(fields)
