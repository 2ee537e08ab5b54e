"""`python -m tests.pollution --seed N --write FOLDER`: polluted files to look at, and what the reader makes of them."""

import argparse
from pathlib import Path

from tests.pollution.polluters import polluted
from tests.pollution.trial import summary, tried


def main() -> None:
    """Write the files of some seeds, or judge the reader on them."""
    parser = argparse.ArgumentParser(prog="python -m tests.pollution", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--files", type=int, default=1, help="how many seeds from there")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the files there")
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.files)
    if asked.write is not None:
        asked.write.mkdir(parents=True, exist_ok=True)
        for seed in seeds:
            (asked.write / f"polluted-{seed}.csv").write_bytes(polluted(seed).content)
    every = []
    for seed in seeds:
        every.append(one := tried(seed))
        print(f"{one.judgement.verdict}: {one.line} {one.sentence}".rstrip(), flush=True)
    print(summary(every))


if __name__ == "__main__":
    main()
