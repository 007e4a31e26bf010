"""The intensive planner: from an instance to a checked plan, without Qt, database or libraries."""
