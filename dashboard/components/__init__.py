"""Parts of pages: each has `show(...)`, and says what was chosen in it."""
