"""The day on one screen: who is here, late, next, and what needs somebody."""
