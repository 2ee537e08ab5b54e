"""Slow proofs: what the promises of this house rest on, run by `python -m tests.torture`."""
