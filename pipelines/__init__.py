"""From a stranger's file to measured minutes."""
