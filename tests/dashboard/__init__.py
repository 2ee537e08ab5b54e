"""Tests of what the owner sees."""
