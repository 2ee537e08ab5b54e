"""Polluted exports by seed, the truth about them, and a judge of what the reader makes of them."""
