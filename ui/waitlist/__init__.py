"""Who waits, and which opened time to offer to whom."""
