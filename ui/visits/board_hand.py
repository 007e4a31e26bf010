"""A visit in somebody's hand over the board: moved or stretched, by mouse or by keys."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter

from ui.visits.board_canvas import BoardCanvas
from ui.visits.board_facts import STEP, Block, Fit, Hint, Moved, Verdict
from ui.visits.board_words import held_words
from ui.visits.hand_painter import paint_faded, paint_free, paint_held, paint_word
from ui.widgets.announcing import announce

_EDGE, _SCROLL_STEP, _SCROLL_MS = 26, 10, 16
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Run(NamedTuple):
    """Starts of a column that follow one another and are alike."""

    column: int
    fits: bool
    word: str
    first: int
    last: int


class BoardHand(QObject):
    """Empty, or holding one visit; what is held is judged at each place once.

    ``put`` asks for a move, ``left`` says a visit stays where it was, ``refused`` why it must.
    """

    left = Signal(int)
    put = Signal(object)
    refused = Signal(str)

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board)
        self._board = board
        self.judge: Callable[[Moved], Verdict] | None = None
        self.survey: Callable[[int, int], Sequence[Hint]] | None = None
        self.block: Block | None = None
        self.to: Moved | None = None
        self.verdict = Verdict()
        self.by_mouse = False
        self._is_stretching = False
        self._grabbed = 0
        self._visited: list[Moved] = []
        self._judged: dict[Moved, Verdict] = {}
        self._runs: tuple[_Run, ...] = ()
        self._mouse = QPointF()
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_full(self) -> bool:
        """Whether something is carried."""
        return self.block is not None

    # Taking up, putting down.

    def take_up(self, block: Block, *, at_minute: int | None = None, stretch: bool = False) -> None:
        """Take a visit; ``at_minute`` is where the mouse holds it, None for the keyboard."""
        self.put_back()
        if self.judge is None or block.is_fixed:
            return
        self.block = block
        self.by_mouse = at_minute is not None
        self._is_stretching = stretch
        self._grabbed = (at_minute or block.from_minute) - block.from_minute
        self._visited.clear()
        self._look_around()
        self._hold(Moved(block.session_id, block.column, block.from_minute, block.until_minute))

    def put_down(self) -> None:
        """Ask for the move; a place that cannot be is refused, and stays in the keyboard's hand."""
        block, to = self.block, self.to
        if block is None or to is None:
            return
        if to == self._origin(block):
            self.put_back()
        elif self.verdict.fit is Fit.STOPS:
            words = " ".join(self.verdict.words)
            if self.by_mouse:
                self.put_back()
            self.refused.emit(words)
        else:
            self._empty()
            self.put.emit(to)

    def put_back(self) -> None:
        """Leave the visit where it was."""
        block = self.block
        if block is not None:
            self._empty()
            self.left.emit(block.session_id)

    def _empty(self) -> None:
        self.block = self.to = None
        self._judged.clear()
        self._runs = ()
        self._scrolling.stop()
        self._board.viewport().update()

    @staticmethod
    def _origin(block: Block) -> Moved:
        return Moved(block.session_id, block.column, block.from_minute, block.until_minute)

    # Where it is held.

    def _hold(self, to: Moved) -> None:
        if to == self.to:
            return
        before, self.to = self.to, to
        is_longer = before is not None and _minutes(before) != _minutes(to)
        self.verdict = self._verdict(to)
        if is_longer and not self.by_mouse:
            self._look_around()
        if not self.by_mouse:
            self._board.show_area(self._area(to))
            words = held_words(self._board.facts, to, self.verdict)
            self._board.setAccessibleDescription(words)
            announce(self._board, words, urgent=self.verdict.fit is Fit.STOPS)
        self._board.viewport().update()

    def _verdict(self, to: Moved) -> Verdict:
        if to not in self._judged:
            self._judged[to] = self.judge(to) if self.judge is not None else Verdict()
        return self._judged[to]

    def _area(self, to: Moved) -> QRectF:
        plan = self._board.plan
        return plan.span_rect(plan.numbers[to.column], to.from_minute, to.until_minute)

    def _look_around(self) -> None:
        """Ask where on the board the visit would fit as long as it is now."""
        if self.block is None or self.survey is None:
            return
        minutes = _minutes(self.to or self._origin(self.block))
        self._runs = tuple(_runs(self.survey(self.block.session_id, minutes)))

    # Keys.

    def handle(self, event: QKeyEvent) -> None:
        """Move or stretch what is in the hand, put it down or back; nothing else gets a key."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.put_back()
        elif self.by_mouse or self.to is None:
            return
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.put_down()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._go_back() if key == Qt.Key.Key_Backtab else self._go_to_next()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._stretch((_UP_DOWN | _SIDES).get(key, 0))
        elif key in _UP_DOWN:
            self._shift(_UP_DOWN[key] * STEP)
        elif key in _SIDES:
            self._to_column(_SIDES[key])

    def _shift(self, by: int) -> None:
        plan, to = self._board.plan, self.to
        if to is None:
            return
        start = to.from_minute + by
        start = start // STEP * STEP if by > 0 else -(-start // STEP) * STEP
        if plan.opens <= start and start + _minutes(to) <= plan.closes:
            self._hold(_at(to, to.column, start))

    def _to_column(self, by: int) -> None:
        plan, to = self._board.plan, self.to
        if to is None:
            return
        number = plan.numbers[to.column] + by
        if 0 <= number < len(self._board.facts.columns):
            self._hold(_at(to, self._board.facts.columns[number].key, to.from_minute))

    def _stretch(self, by: int) -> None:
        if self.to is not None and by:
            until = self.to.until_minute + by * STEP
            if self.to.from_minute + STEP <= until <= self._board.plan.closes:
                self._hold(self.to._replace(until_minute=until))

    def _go_to_next(self) -> None:
        """Go to the next place that fits, down the column and on in the next; then begin again."""
        to = self.to
        found = next((each for each in self._places_after() if self._fits(each)), None)
        if to is None or found is None:
            announce(self._board, self.tr("Nothing fits."))
            return
        self._visited.append(to)
        self._hold(found)

    def _fits(self, to: Moved) -> bool:
        return self._verdict(to).fit is Fit.FITS

    def _go_back(self) -> None:
        if self._visited:
            self._hold(self._visited.pop())

    def _places_after(self) -> Iterator[Moved]:
        plan, to = self._board.plan, self.to
        if to is None:
            return
        columns = self._board.facts.columns
        first = plan.numbers[to.column]
        starts = range(-(-plan.opens // STEP) * STEP, plan.closes - _minutes(to) + 1, STEP)
        for turn in range(len(columns) + 1):
            key = columns[(first + turn) % len(columns)].key
            for start in starts:
                is_over = turn == 0 and start <= to.from_minute
                if not is_over and (turn < len(columns) or start < to.from_minute):
                    yield _at(to, key, start)

    # Mouse.

    def drag_to(self, at: QPoint) -> None:
        """Follow the mouse to a point of the viewport."""
        self._mouse = QPointF(at)
        self._follow()
        view = self._board.viewport()
        is_near = at.y() < _EDGE or view.height() - at.y() < _EDGE
        if is_near and not self._scrolling.isActive():
            self._scrolling.start()
        elif not is_near:
            self._scrolling.stop()

    def _follow(self) -> None:
        block, to, plan = self.block, self.to, self._board.plan
        if block is None or to is None:
            return
        content = self._board.to_content(self._mouse)
        minute = plan.minute_at(content.y())
        if self._is_stretching:
            until = max(to.from_minute + STEP, min(plan.closes, minute + STEP))
            self._hold(to._replace(until_minute=until))
            return
        number = plan.column_at(content)
        if number is None:
            return
        start = round((plan.exact_minute_at(content.y()) - self._grabbed) / STEP) * STEP
        start = max(plan.opens, min(plan.closes - _minutes(to), start))
        self._hold(_at(to, self._board.facts.columns[number].key, start))

    @Slot()
    def _scroll(self) -> None:
        bar = self._board.verticalScrollBar()
        is_up = self._mouse.y() < self._board.viewport().height() / 2
        bar.setValue(bar.value() + (-_SCROLL_STEP if is_up else _SCROLL_STEP))
        self._follow()

    # What is painted over the board.

    def paint(self, painter: QPainter) -> None:
        """Paint where it would fit, the visit faded where it was, and the hand with its verdict."""
        block, to, plan = self.block, self.to, self._board.plan
        if block is None or to is None:
            return
        for run in self._runs:
            number = plan.numbers.get(run.column)
            if number is None:
                continue
            if run.fits:
                area = plan.span_rect(number, run.first, run.last + _minutes(to))
                paint_free(painter, area)
            elif run.word and self._shows_nothing(number, run):
                paint_word(painter, plan.span_rect(number, run.first, run.first + STEP), run.word)
        paint_faded(painter, plan.rects[block.session_id])
        paint_held(painter, self._area(to), block, to, self.verdict)

    def _shows_nothing(self, number: int, run: _Run) -> bool:
        """Say whether no visit and no green frame is where the word would stand."""
        minutes = _minutes(self.to) if self.to is not None else 0
        covered = any(
            each.fits
            and each.column == run.column
            and each.first <= run.first < each.last + minutes
            for each in self._runs
        )
        return not covered and self._board.plan.standing_at(number, run.first) is None


def _minutes(to: Moved) -> int:
    return to.until_minute - to.from_minute


def _at(to: Moved, column: int, start: int) -> Moved:
    return Moved(to.session_id, column, start, start + _minutes(to))


def _runs(hints: Sequence[Hint]) -> Iterator[_Run]:
    ordered = sorted(hints, key=lambda each: (each.column, each.minute))
    for (column, fits, word), group in groupby(ordered, key=lambda h: (h.column, h.fits, h.word)):
        minutes = [each.minute for each in group]
        yield _Run(column, fits, word, minutes[0], minutes[-1])
