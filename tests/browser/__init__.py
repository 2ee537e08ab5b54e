"""The dashboard in a real Chromium: what an owner clicks, and what leaves this computer (nothing)."""
