"""How what stands in the Book panel would be booked, and which other times there are."""

from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.alternatives import Alternative
from ot_desktop.scheduling.preview import Choices, SeriesPreview
from ot_desktop.scheduling.together import Pair
from ot_desktop.services import Services
from ui.visits.book_form import VISIT, BookForm
from ui.visits.sibling_box import SiblingBox


class BookLooking:
    """Asks the services about the form and the sibling beside it; saves nothing."""

    def __init__(self, services: Services, form: BookForm, sibling_box: SiblingBox) -> None:
        self._services = services
        self._form = form
        self._sibling_box = sibling_box

    def visits(self, choices: Choices) -> SeriesPreview:
        """Return how the child's visits stand; raises ``ValidationError`` by field."""
        if missing := self._form.missing():
            raise ValidationError(missing)
        return self._services.scheduling.preview(self._form.request(), choices)

    def beside(self, preview: SeriesPreview) -> Pair | None:
        """Return both children's visits when a sibling comes along."""
        beside = self._sibling_box.beside()
        return self._services.together.preview(preview, beside) if beside is not None else None

    def suggested(self, preview: SeriesPreview | None) -> tuple[Alternative, ...]:
        """Return other times for one that clashes, or the next ones while none is typed."""
        form = self._form
        if form.kind != VISIT:
            return ()
        if preview is not None:
            return tuple(other for row in preview.booked for other in row.alternatives)
        if form.starts() is not None:
            return ()
        places = self._services.suggesting.for_request(form.request(), *form.when())
        return tuple(each for each in places if form.make_up.allows(each.visit.day))
