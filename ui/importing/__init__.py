"""Screens that bring in a caseload another program exported."""
