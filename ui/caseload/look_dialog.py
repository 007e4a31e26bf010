"""Chooses how a child looks in the drawings of the family's papers."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.home_programs.drawing.looks import Aid, Hair
from ot_desktop.home_programs.drawing.own_look import (
    HAIR_COLORS,
    SKINS,
    HairColor,
    OwnLook,
    Skin,
)
from ot_desktop.home_programs.own_looks import OwnLookService
from ui.caseload.look_view import LookView
from ui.caseload.look_words import aid_words, color_words, hair_words, skin_words
from ui.shared.form_dialog import FormDialog
from ui.theme import theme
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl


class LookDialog(FormDialog):
    """Shows the child change with every choice; nothing is kept before *Use this look*."""

    def __init__(
        self, looks: OwnLookService, child: ChildPage, parent: QWidget | None = None
    ) -> None:
        question = _tr("How does {0} look in the drawings?").format(child.first_name)
        super().__init__(question, _tr("Use this look"), parent)
        self._looks, self._child_id = looks, child.id
        look = looks.of_child(child.id) or OwnLook()
        self.view = LookView()
        self.form.addWidget(self.view, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.skin = _choice(_tr("Skin"), ((skin_words(one), one, SKINS[one][0]) for one in Skin))
        self.hair = _choice(_tr("Hair"), ((hair_words(one), one, "") for one in Hair))
        colors = ((color_words(one), one, HAIR_COLORS[one]) for one in HairColor)
        self.color = _choice(_tr("Hair color"), colors)
        self.glasses = CheckBox(self.tr("Glasses"), checked=look.has_glasses)
        self.hearing = CheckBox(self.tr("Hearing aid"), checked=look.has_hearing_aid)
        self.aid = SegmentedControl(_tr("Moves with"))
        for aid in (None, *Aid):
            self.aid.add(aid or "", aid_words(aid))
        self.skin.choose(look.skin)
        self.hair.choose(look.hair)
        self.color.choose(look.hair_color)
        self.aid.choose(look.aid or "")
        self.show_fields(
            {
                "skin": Field(_tr("Skin"), self.skin),
                "hair": Field(_tr("Hair"), self.hair),
                "color": Field(_tr("Hair color"), self.color),
                "aid": Field(_tr("Moves with"), self.aid),
            }
        )
        for box in (self.glasses, self.hearing):
            self.form.addWidget(box)
            box.toggled.connect(self._show)
        for combo in (self.skin, self.hair, self.color):
            combo.currentIndexChanged.connect(self._show)
        self.aid.changed.connect(self._show)
        self._show()
        self.skin.setFocus()

    @property
    def look(self) -> OwnLook:
        """The look as it is chosen now."""
        return OwnLook(
            skin=Skin(self.skin.currentData()),
            hair=Hair(self.hair.currentData()),
            hair_color=HairColor(self.color.currentData()),
            has_glasses=self.glasses.isChecked(),
            has_hearing_aid=self.hearing.isChecked(),
            aid=Aid(self.aid.chosen()) if self.aid.chosen() else None,
        )

    def save(self) -> None:
        """Keep the look for every paper printed from now on."""
        self._looks.choose(self._child_id, self.look)

    @Slot()
    def _show(self) -> None:
        self.color.setEnabled(Hair(self.hair.currentData()) is not Hair.SCARF)
        self.view.show_look(self.look)


def _choice(name: str, lines: Iterable[tuple[str, StrEnum, str]]) -> ComboBox:
    """Return a pick list of words, what each stands for, and the color of its disc if any."""
    box = ComboBox(name)
    for words, one, color in lines:
        if color:
            box.addItem(_disc(color), words, one)
        else:
            box.addItem(words, one)
    return box


def _disc(color: str) -> QIcon:
    side = theme().px(16)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(color))
    painter.setPen(theme().color("border-strong"))
    painter.drawEllipse(1, 1, side - 2, side - 2)
    painter.end()
    return QIcon(drawn)


def _tr(words: str) -> str:
    return QCoreApplication.translate("LookDialog", words)
