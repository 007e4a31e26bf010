"""Long proofs of what the tests prove shortly."""
