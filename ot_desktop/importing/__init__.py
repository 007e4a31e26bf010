"""Bringing in a caseload another program exported, with nothing silently lost."""
