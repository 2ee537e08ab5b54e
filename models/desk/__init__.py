"""The desk: how long tickets wait for how many technicians, simulated from the firm's own weeks."""
