"""An export that no preset knows: what its columns may mean, and the owner's own preset that comes of it."""
