"""Intensives: set up, children, plans beside the calendar, publishing, families told."""
