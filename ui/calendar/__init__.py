"""The calendar: all visits outside planning, by day and week."""
