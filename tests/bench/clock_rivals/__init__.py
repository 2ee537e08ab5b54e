"""What others do for the same answer as the clock."""
