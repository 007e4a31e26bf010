"""The clinic's own order of prompts, from least to most."""

import json
from collections.abc import Sequence

from db.queries import settings as queries
from ot_desktop.goals.scales import Prompt, in_order

_KEY = "prompt order"


def prompts_in_order() -> tuple[Prompt, ...]:
    """Return every kind of prompt, in the order this clinic keeps."""
    return in_order(json.loads(queries.setting(_KEY) or "[]"))


def keep_order(prompts: Sequence[Prompt]) -> None:
    """Keep another order; inside a transaction."""
    queries.put_setting(_KEY, json.dumps([prompt.value for prompt in in_order(prompts)]))
