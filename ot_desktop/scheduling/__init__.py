"""Booking: series of dates, one conflict rule set, alternatives, authorizations."""
