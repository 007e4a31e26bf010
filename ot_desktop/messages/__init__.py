"""What was said with families, questions that wait for an answer, and promises."""
