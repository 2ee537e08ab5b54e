"""From measured minutes to times that will be kept."""
