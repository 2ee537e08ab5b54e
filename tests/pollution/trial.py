"""One polluted file before the judge, and the summary of many."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from pipelines.intake.answers import Answers
from tests.pollution.oracle import Judgement, Verdict, judged
from tests.pollution.polluters import Case, polluted
from tests.pollution.reading import Outcome, read

FIRST = Answers(timezone="UTC")


@dataclass(frozen=True)
class Tried:
    """A file, how it was first answered and what is wrong with it, then or after its questions were answered."""

    case: Case
    judgement: Judgement
    sentence: str

    @property
    def line(self) -> str:
        """For a failing test: how to make the file again, and what is wrong."""
        more = f" (and {len(self.judgement.faults) - 2} more)" if len(self.judgement.faults) > 2 else ""
        return f"--seed {self.case.seed} [{' + '.join(self.case.pollutions)}] {'; '.join(self.judgement.faults[:2])}{more}"


def tried(seed: int) -> Tried:
    """Make the file of a seed, have it read, and judge it; a refusal is answered and what comes of it judged, too."""
    case = polluted(seed)
    with tempfile.TemporaryDirectory(prefix="turnaround-pollution-") as folder:
        file = Path(folder, f"polluted-{seed}.csv")
        file.write_bytes(case.content)
        answers, outcome = FIRST, _read(file, FIRST)
        first, sentence = judged(case.tickets, outcome, case.titles), outcome.refusal
        while outcome.refusal and (more := _answered(case, answers, outcome)) != answers:
            answers, outcome = more, _read(file, more)
    after = judged(case.tickets, outcome, case.titles)
    return Tried(case, after if after.verdict == Verdict.WRONG else first, sentence)


def all_tried(seeds: Sequence[int]) -> list[Tried]:
    """Many seeds, on all the processors there are."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(tried, seeds, chunksize=20))


def _read(file: Path, answers: Answers) -> Outcome:
    try:
        return read(file, answers)
    except Exception as failure:  # noqa: BLE001 - whatever it is, it is no sentence, and the judge says so
        return Outcome(records=1, notes=(f"{type(failure).__name__}: {failure}",))


def _answered(case: Case, answers: Answers, outcome: Outcome) -> Answers:
    """What an owner who knows the truth answers; the same answers where there is nothing to say."""
    if outcome.asks and "--day-first" in outcome.refusal and case.day_first is not None:
        return replace(answers, day_first=case.day_first)
    if "--allow-quarantine" in outcome.refusal:
        return replace(answers, allow_quarantine=True)
    return answers


def summary(every: Iterable[Tried]) -> str:
    """Files by pollution and verdict; a file with several pollutions counts for each."""
    counts: defaultdict[str, Counter[Verdict]] = defaultdict(Counter)
    for one in every:
        for name in (*one.case.pollutions, "all files"):
            counts[name][one.judgement.verdict] += 1
    total = counts.pop("all files", Counter())
    width = max(map(len, counts), default=10)
    lines = [f"{'pollution':{width}} {'files':>6} " + " ".join(f"{verdict:>14}" for verdict in Verdict)]
    for name, by_verdict in [*sorted(counts.items()), ("all files", total)]:
        lines.append(f"{name:{width}} {by_verdict.total():6} " + " ".join(f"{by_verdict[verdict]:14}" for verdict in Verdict))
    return "\n".join(lines)
