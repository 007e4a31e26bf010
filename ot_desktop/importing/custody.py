"""Notice sentences that may be custody rules, so that a person sees them; nothing is decided."""

import re

_RULE = re.compile(
    r"\bcustod(?:y|ial|ia)\b"
    r"|\b(?:court|restraining|protecti(?:ve|on)|no[- ]contact)\s+orders?\b"
    r"|\borders?\s+of\s+protection\b"
    r"|\bsupervised\s+(?:visit|contact|access)|\bparental\s+rights\b|\bsole\s+guardian"
    r"|\b(?:not|never|cannot|can't|can’t|mustn't|don't|don’t|no|only)\b[^.\n]{0,60}"
    r"\b(?:collect|pick(?:s|ed|ing)?[\s-]*(?:him|her|them|child)?[\s-]*up|pickup|take\s+(?:him|her|child|home)"
    r"|release|receive|documents?|papers|paperwork|records|contact\s+with)\b"
    r"|\b(?:no\s+puede|no\s+debe|orden\s+judicial|orden\s+de\s+alejamiento)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\n+|(?<=[.!?])\s+(?=\S)")
_LONGEST_SEARCHED = 4000


def custody_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences, word for word, that read like who may collect or receive papers."""
    if len(text) > _LONGEST_SEARCHED and not _RULE.search(text):
        return ()
    return tuple(part.strip() for part in _PARTS.split(text) if _RULE.search(part))
