"""How far the child came over all goals: T at the start, in the middle and now."""

from ot_desktop.goals.charts import attainment_chart
from ot_desktop.goals.domain import GoalsPage
from ot_desktop.goals.words import change_words, t_words
from ui.shared.chart_view import ChartView
from ui.widgets.card import Card
from ui.widgets.label import label, lead_label

CHART_HEIGHT = 120


class AttainmentCard(Card):
    """No number where there is none: a dash, and how many goals are scored."""

    def __init__(self, page: GoalsPage) -> None:
        super().__init__(self.tr("Goal attainment"))
        told = page.attainment
        words = self.tr("now, {0} at the start, change {1}.")
        self.add(
            lead_label(
                self.tr("GAS T-score {0}").format(t_words(told.now)),
                words.format(t_words(told.baseline), change_words(told.change)),
            )
        )
        counted = self.tr("{0} of {1} goals scored.")
        if told.scored < told.goals:
            counted += self.tr(" Goals without a level are left out.")
        self.scored_label = label(
            counted.format(told.scored, told.goals), "small", "text-2", wrap=True
        )
        self.add(self.scored_label)
        self.chart: ChartView | None = None
        chart = attainment_chart(page)
        if chart.marks:
            self.chart = ChartView(chart, CHART_HEIGHT)
            self.add(self.chart)
