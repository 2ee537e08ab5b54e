"""Histories to replay, and the rivals of the promise model on them."""
