"""What was said with families, what they wait for, and what was promised."""
