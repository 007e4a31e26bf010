"""Children, their families, alerts, authorizations and goals."""
