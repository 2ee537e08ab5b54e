"""What the load is measured beside, and the tickets that all of them read."""
