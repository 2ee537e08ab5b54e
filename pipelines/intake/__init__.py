"""The way in: guard, decode, read, map and gate a file; accepted rows and quarantined rows come out."""
