"""What to promise, and what keeping it takes."""
