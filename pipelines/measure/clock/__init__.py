"""Calendars as rows and the clock that reads them: seconds inside a client's own hours."""
