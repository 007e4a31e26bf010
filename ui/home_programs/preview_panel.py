"""The right column of the builder: the real pages, how they look, and who gets them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.recipients import Recipient
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.previewing import Preview
from ot_desktop.home_programs.spanish_readability import Ease
from ot_desktop.paper.page import PageSize
from ui.home_programs.words import ease_words
from ui.shared.pdf_view import PdfView
from ui.widgets.badge import Tag
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl

BODY_SIZES = (12.0, 13.0, 16.0, 18.0)
GOOD_GRADE = 6
_BESIDE_PAGE = 20


class PreviewPanel(Card):
    """``choice_changed`` carries a ``PaperChoice``; ``resized`` asks for pages of another width."""

    choice_changed = Signal(object)
    print_wanted = Signal()
    pdf_wanted = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = PaperChoice()
        self._counts: dict[str, int] = {}
        self._build()
        self._connect()

    @property
    def recipient_id(self) -> int | None:
        """Who gets the papers; None when nobody is named."""
        chosen: int | None = self.recipient_combo.currentData()
        return chosen

    @property
    def page_width(self) -> int:
        """How wide a page is on screen, in logical pixels."""
        return max(120, self.width() - 2 * _BESIDE_PAGE)

    def show_choice(self, choice: PaperChoice) -> None:
        """Show how the papers are to look."""
        self._choice = choice
        parts = (
            *(self.size_control, self.ink_control),
            *(self.letters_control, self.language_control),
        )
        boxes = (*self.paper_boxes.values(), *self.way_boxes.values())
        for part in (*parts, *boxes):
            part.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.size_control.choose(choice.size.value)
        self.ink_control.choose("gray" if choice.is_gray else "color")
        self.letters_control.choose(str(round(choice.body_pt)))
        self.language_control.choose(choice.language)
        for name, box in (*self.paper_boxes.items(), *self.way_boxes.items()):
            box.setChecked(getattr(choice, name))
        for part in (*parts, *boxes):
            part.blockSignals(False)  # noqa: FBT003  (a signal)

    def show_recipients(self, recipients: Sequence[Recipient], *, may_allow: bool) -> None:
        """List who may have papers first, then who may not, greyed, then nobody.

        Somebody who ``may_allow`` it can choose them all the same, and is asked why.
        """
        kept = self.recipient_id
        combo = self.recipient_combo
        combo.clear()
        for one in sorted(recipients, key=lambda one: not one.may_receive):
            name = f"{one.name}, {one.relation}" if one.relation else one.name
            words = name if one.may_receive else self.tr("Not allowed: {0}").format(name)
            combo.addItem(words, one.caregiver_id)
            if not one.may_receive and not may_allow:
                self._grey(combo.count() - 1, one.refusal)
        combo.addItem(self.tr("No name kept"), None)
        allowed = [one.caregiver_id for one in recipients if one.may_receive]
        wanted = kept if kept in allowed else allowed[0] if allowed else None
        combo.setCurrentIndex(combo.findData(wanted) if wanted else combo.count() - 1)

    def show_preview(self, preview: Preview) -> None:
        """Show new pages, or why there are none."""
        self._show_reading_level(preview.reading_level)
        if preview.problem:
            self.show_nothing(preview.problem)
            return
        self.pages_view.show_pages(preview.pictures, self.page_width)
        self.stack.setCurrentWidget(self.pages_view)
        if self._choice.plan:
            self._counts["plan"] = preview.plan_pages
        if self._choice.chart:
            self._counts["chart"] = preview.chart_pages
        if self._choice.sheets:
            self._counts["sheets"] = preview.sheet_pages
        self._show_counts(preview.pages)

    def wait_for_pages(self) -> None:
        """Keep the pages before on screen; where there are none, say that they come."""
        if self.stack.currentWidget() is self.nothing:
            self.nothing_label.setText(self.tr("Drawing the pages…"))

    def show_nothing(self, sentence: str) -> None:
        """Say why there are no pages."""
        self.nothing_label.setText(sentence)
        self.stack.setCurrentWidget(self.nothing)
        self._show_counts(0)

    def set_printable(self, *, printable: bool, why: str = "") -> None:
        """Allow printing, or say what is missing."""
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(printable)
            button.setToolTip(why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pages of the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def _build(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._head())
        self.body.addWidget(self._options())
        self.body.addWidget(self._pages(), 1)
        self.body.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 11, 14, 8)
        row.addWidget(label(self.tr("Preview"), "h3"))
        row.addStretch(1)
        self.reading_tag = Tag("", "ok", "check")
        self.reading_tag.hide()
        row.addWidget(self.reading_tag)
        return row

    def _options(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        flow.setContentsMargins(14, 0, 14, 9)
        self.letters_control = SegmentedControl(self.tr("Letters, in points"), small=True)
        for size in BODY_SIZES:
            words = f"{size:g} pt" if size == BODY_SIZES[-1] else f"{size:g}"
            self.letters_control.add(f"{size:g}", words)
        self.size_control = SegmentedControl(self.tr("Paper"), small=True)
        self.size_control.add(PageSize.LETTER.value, self.tr("Letter"))
        self.size_control.add(PageSize.A4.value, self.tr("A4"))
        self.ink_control = SegmentedControl(self.tr("Ink"), small=True)
        self.ink_control.add("color", self.tr("Color"))
        self.ink_control.add("gray", self.tr("Gray"))
        self.language_control = SegmentedControl(self.tr("Language of the papers"), small=True)
        self.language_control.add("en", "English")
        self.language_control.add("es", "Español")
        self.blank_box = CheckBox(self.tr("Blank lines"))
        self.blank_box.setToolTip(self.tr("Leave missing words, or all, to be written by hand."))
        self.tick_box = CheckBox(self.tr("Tick on screen"))
        self.tick_box.setToolTip(self.tr("The PDF’s boxes can be ticked on a tablet."))
        self.way_boxes = {"blank_lines": self.blank_box, "can_tick": self.tick_box}
        for part in (self.letters_control, self.size_control, self.ink_control):
            flow.addWidget(part)
        for other in (self.language_control, *self.way_boxes.values()):
            flow.addWidget(other)
        return holder

    def _pages(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("ground", "sunken")
        self.stack = QStackedLayout(holder)
        self.pages_view = PdfView(self.tr("Pages as they will be printed"))
        self.nothing = QWidget()
        column = QVBoxLayout(self.nothing)
        column.setContentsMargins(24, 24, 24, 24)
        self.nothing_label = label("", "small", "text-2", wrap=True)
        self.nothing_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing_label)
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.pages_view)
        return holder

    def _foot(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(14, 9, 14, 10)
        column.setSpacing(8)
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(label(self.tr("For"), "small", "text-2"))
        self.recipient_combo = ComboBox(self.tr("Who gets the papers"))
        self.recipient_combo.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.recipient_combo.setMinimumContentsLength(14)
        who.addWidget(self.recipient_combo, 1)
        column.addLayout(who)
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=3)
        self.plan_box = CheckBox(self.tr("Home plan"), checked=True)
        self.chart_box = CheckBox(self.tr("Practice chart"), checked=True)
        self.sheets_box = CheckBox(self.tr("Routine sheets"))
        boxes_by_name = {"plan": self.plan_box, "chart": self.chart_box}
        self.paper_boxes = boxes_by_name | {"sheets": self.sheets_box}
        for box in self.paper_boxes.values():
            flow.addWidget(box)
        column.addWidget(boxes)
        column.addLayout(self._buttons())
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.print_button = Button(
            self.tr("Print"), "primary", icon="printer", keys="Ctrl P", size="large"
        )
        self.print_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pdf_button = Button(self.tr("PDF"), icon="file-type-pdf", size="large")
        self.pdf_button.setAccessibleName(self.tr("Save as PDF"))
        row.addWidget(self.print_button, 1)
        row.addWidget(self.pdf_button)
        return row

    def _connect(self) -> None:
        self.letters_control.changed.connect(self._take_choice)
        self.size_control.changed.connect(self._take_choice)
        self.ink_control.changed.connect(self._take_choice)
        self.language_control.changed.connect(self._take_choice)
        for box in (*self.paper_boxes.values(), *self.way_boxes.values()):
            box.toggled.connect(self._take_choice)
        self.print_button.clicked.connect(self.print_wanted)
        self.pdf_button.clicked.connect(self.pdf_wanted)

    def _show_reading_level(self, level: float | Ease | None) -> None:
        self.reading_tag.setVisible(level is not None)
        if level is None:
            return
        good = level.is_easy if isinstance(level, Ease) else round(level) <= GOOD_GRADE
        self.reading_tag.show_tag(
            self._reading_words(level),
            "ok" if good else "warn",
            "check" if good else "alert-triangle",
        )

    def _reading_words(self, level: float | Ease) -> str:
        if isinstance(level, Ease):
            return ease_words(level)
        if round(level) < 1:
            return self.tr("Below grade 1 reading level")
        return self.tr("Grade {0} reading level").format(round(level))

    def _show_counts(self, pages: int) -> None:
        for box, name, words in (
            (self.plan_box, "plan", self.tr("Home plan")),
            (self.chart_box, "chart", self.tr("Practice chart")),
            (self.sheets_box, "sheets", self.tr("Routine sheets")),
        ):
            count = self._counts.get(name)
            unit = self.tr("1 page") if count == 1 else self.tr("{0} pages").format(count)
            box.setText(f"{words}, {unit}" if count and pages else words)
        printed = self.tr("Print 1 page") if pages == 1 else self.tr("Print {0} pages")
        self.print_button.setText(printed.format(pages) if pages else self.tr("Print"))

    def _grey(self, row: int, why: str) -> None:
        model = self.recipient_combo.model()
        if isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(False)
            model.item(row).setToolTip(why)

    @Slot()
    def _take_choice(self) -> None:
        self._choice = replace(
            self._choice,
            size=PageSize(self.size_control.chosen()),
            is_gray=self.ink_control.chosen() == "gray",
            body_pt=float(self.letters_control.chosen()),
            plan=self.plan_box.isChecked(),
            chart=self.chart_box.isChecked(),
            sheets=self.sheets_box.isChecked(),
            language=self.language_control.chosen(),
            blank_lines=self.blank_box.isChecked(),
            can_tick=self.tick_box.isChecked(),
        )
        self.choice_changed.emit(self._choice)
