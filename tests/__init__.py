"""Mirrors the source folders; `python -m tests` runs lint, types and tests."""
