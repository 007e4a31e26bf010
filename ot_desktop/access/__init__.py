"""Who may open the clinic's file: signing in, locking, passwords, colleagues, a new clinic."""
