"""The weekly report from a shell: written into the home, and sent by mail."""
