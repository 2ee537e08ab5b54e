"""Target versions: saved, compared, tried on what has been, and agreed with clients."""
