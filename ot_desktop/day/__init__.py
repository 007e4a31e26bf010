"""The day as the front desk runs it: who comes, how it stands, what needs somebody."""
