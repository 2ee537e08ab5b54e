"""A dashboard that is served for a proof, and what its process holds."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import end, start

DELETED = " (deleted)"


@dataclass(frozen=True)
class Served:
    """Where it answers, and its process."""

    address: str
    process: int

    def megabytes(self) -> float:
        """Resident memory."""
        return self._counted("VmRSS") / 1024

    def threads(self) -> int:
        """Threads that live."""
        return self._counted("Threads")

    def cpu_seconds(self) -> float:
        """Processor time of its own, and of its children that have ended."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")

    def files(self) -> list[str]:
        """Every file and socket that it holds open; of one that was deleted, this ends in `DELETED`."""
        links = Path(f"/proc/{self.process}/fd").iterdir()
        return [str(link.readlink()) for link in links if link.is_symlink()]

    def _counted(self, name: str) -> int:
        lines = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """Serve a home as the launcher does, while the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        address, guard = start(home, Path(folder, "log.txt"))
        try:
            children = Path(f"/proc/{guard.pid}/task/{guard.pid}/children").read_text(encoding="ascii").split()
            yield Served(address, int(children[0]))
        finally:
            end(guard)
