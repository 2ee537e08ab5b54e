"""`python -m tests.torture.naive FILE PLACE`: a writer as one would write it without a thought, for the control of a proof."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    content, place = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2])
    with place.open("r+b") as file:
        file.write(content)
        os.fsync(file.fileno())
