"""What the benchmark of the desk needs: other simulators, and the tickets that all of them get."""
