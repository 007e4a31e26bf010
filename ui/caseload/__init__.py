"""The caseload and the page of one child."""
