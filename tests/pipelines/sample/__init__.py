"""Tests of the made-up firm."""
