"""One class per table: columns, keys and nothing else."""
