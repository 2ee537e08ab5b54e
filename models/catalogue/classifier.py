"""Issue types for tickets without a usable category, proposed from the owner's own labelled subjects.

A linear classifier on words and pieces of words. It speaks only above a confidence at which, out of fold, the lower end
of the precision's interval was at least `precision`; the precision that is shown was measured on texts that had no part
in choosing that confidence. The same text never stands on both sides, and counts once however many tickets have it.
Of a long history the newest texts are learnt from.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from models.catalogue.results import Evidence, LineEvidence
from models.catalogue.rule import Rule
from models.catalogue.texts import Counted, Rows, Weighted, plain

FEWEST_TICKETS, FEWEST_LINES, FEWEST_A_LINE, FEWEST_TEXTS = 200, 2, 20, 10
FOLDS = 5
MOST_TEXTS = 8_000
AT_ONCE = 20_000
# What stands on no line with enough tickets is learnt as one more line, which is never proposed.
REST = ""
NOT_TOLD_APART = "Your subjects do not tell the lines apart: no proposals would be right {precision:.0%} of the time."


class CatalogueClassifier:
    """Fit on subjects with their lines, then propose; silent where the evidence is too thin."""

    def __init__(self, precision: float = 0.9, seed: int = 7) -> None:
        self._precision, self._seed = precision, seed
        self._learnt: tuple[Rule, Weighted, LinearSVC] | None = None
        self._said = pd.DataFrame({"text": [], "line": [], "share": []})
        self.evidence = Evidence(0, 0, 0, 0.0, ())

    def fit(self, subjects: Sequence[str], lines: Sequence[str]) -> Self:
        """Learn what subjects, the newest first, tell of their lines, and when that is enough."""
        tickets = pd.DataFrame({"text": [plain(subject) for subject in subjects], "line": list(lines)})
        tickets = tickets[(tickets["text"] != "") & (pd.factorize(tickets["text"])[0] < MOST_TEXTS)]
        counts = tickets.groupby("line")["text"].agg(["size", "nunique"])
        often = counts[(counts["size"] >= FEWEST_A_LINE) & (counts["nunique"] >= FEWEST_TEXTS)]
        enough = [str(line) for line in often.index if line != REST]
        if len(tickets) < FEWEST_TICKETS or len(enough) < FEWEST_LINES:
            self.evidence = Evidence(
                len(tickets), tickets["text"].nunique(), 0, 0.0, (), _too_few(len(tickets), enough)
            )
            return self
        tickets["line"] = tickets["line"].where(tickets["line"].isin(enough), REST)
        rows = tickets.groupby(["text", "line"], sort=False).size().rename("tickets").reset_index()
        self._learn(rows)
        return self

    def propose(self, subjects: Sequence[str]) -> pd.DataFrame:
        """One row a subject: `issue_type`, missing where nothing is proposed, and `confidence`."""
        proposed = pd.DataFrame({"issue_type": pd.Series([None] * len(subjects), dtype=object), "confidence": 0.0})
        if self._learnt is None or self.evidence.silent:
            return proposed
        rule, weighted, model = self._learnt
        texts = [plain(subject) for subject in subjects]
        for start in range(0, len(texts), AT_ONCE):
            part = texts[start : start + AT_ONCE]
            guesses = _guesses(model, *weighted.of_texts(part), [len(text.split()) for text in part])
            heard = (guesses["line"] != REST) & (guesses["length"] > 0)
            agreed = self._agrees(part, guesses["line"])
            rows = np.flatnonzero(rule.speaks(guesses) & heard.to_numpy() & agreed)
            proposed.loc[start + rows, "issue_type"] = guesses["line"].to_numpy()[rows]
            proposed.loc[start + rows, "confidence"] = rule.confidence(guesses)[rows]
        return proposed

    def _agrees(self, texts: Sequence[str], lines: pd.Series) -> NDArray[np.bool_]:
        """A text that the owner's own tickets have must be labelled so among them: "Help" is no evidence for a line."""
        asked = pd.DataFrame({"text": list(texts), "line": lines.to_numpy()})
        share = asked.merge(self._said, how="left", on=["text", "line"])["share"].fillna(0.0)
        return np.asarray((share >= self._precision) | ~asked["text"].isin(self._said["text"]), bool)

    def _learn(self, rows: pd.DataFrame) -> None:
        share = rows["tickets"] / rows.groupby("text")["tickets"].transform("sum")
        self._said = rows[["text", "line"]].assign(share=share)
        code, texts = pd.factorize(rows["text"])
        counted = Counted([str(text) for text in rows["text"]])
        chance = np.random.default_rng(self._seed)
        # Folds are stretches of time: what is said of a time is learnt from others, as it is with tickets to come.
        fold = code * FOLDS // len(texts)
        half = (chance.permutation(len(texts)) % 2)[code]
        guesses = self._out_of_fold(counted, rows, fold).assign(half=half)
        told = _one_a_text(guesses, rows)
        heard = told[told["line"] != REST]
        spoken = _cross_fitted(heard, self._precision)
        rule, everything = Rule(self._precision).fit(heard), np.arange(len(rows))
        weighted = counted.weighted(everything)
        self._learnt = rule, weighted, _fitted(weighted, rows, everything, self._seed)
        self.evidence = _evidence(rows, len(texts), spoken, rule, self._precision)

    def _out_of_fold(self, counted: Counted, rows: pd.DataFrame, fold: NDArray[np.int64]) -> pd.DataFrame:
        """A guess for every row by a model that has not seen its text."""
        parts = []
        for number in range(FOLDS):
            learnt, held = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            weighted = counted.weighted(learnt)
            model = _fitted(weighted, rows, learnt, self._seed)
            guesses = _guesses(model, *weighted.of(held), list(counted.lengths[held]))
            parts.append(guesses.set_index(held))
        return pd.concat(parts).sort_index()


def _fitted(weighted: Weighted, rows: pd.DataFrame, learnt: Rows, seed: int) -> LinearSVC:
    weights, _ = weighted.of(learnt)
    model = LinearSVC(C=0.5, tol=1e-2, random_state=seed)
    # A text that a thousand tickets have is not a thousand times as telling.
    often = 1 + np.log(rows["tickets"].to_numpy(float)[learnt])
    return model.fit(weights, rows["line"].to_numpy(str)[learnt], sample_weight=often)


def _guesses(model: Any, weights: Any, known: NDArray[np.float64], lengths: Sequence[int]) -> pd.DataFrame:
    margins = model.decision_function(weights)
    if margins.ndim == 1:
        margins = np.column_stack([-margins, margins])
    ordered = np.sort(margins, axis=1)
    lines = np.asarray(model.classes_)[margins.argmax(axis=1)]
    told = {"line": lines, "margin": ordered[:, -1], "lead": ordered[:, -1] - ordered[:, -2], "known": known}
    return pd.DataFrame(told | {"length": np.log1p(np.asarray(lengths, float))})


def _one_a_text(guesses: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """One row a text, with the share of its tickets for which the guess is right."""
    hits = rows["tickets"].where(guesses["line"].to_numpy() == rows["line"].to_numpy(), 0)
    summed = pd.DataFrame({"text": rows["text"], "hits": hits, "tickets": rows["tickets"]}).groupby("text").sum()
    first = guesses.assign(text=rows["text"].to_numpy()).drop_duplicates("text").set_index("text")
    return first.assign(right=summed["hits"] / summed["tickets"])


def _cross_fitted(told: pd.DataFrame, precision: float) -> pd.DataFrame:
    """What would have been proposed for each half by the rule of the other."""
    parts = []
    for half in (0, 1):
        own, other = told[told["half"] == half], told[told["half"] != half]
        if len(own) and len(other):
            parts.append(own[Rule(precision).fit(other).speaks(own)])
    return pd.concat(parts) if parts else told.iloc[:0]


def _evidence(rows: pd.DataFrame, texts: int, spoken: pd.DataFrame, rule: Rule, precision: float) -> Evidence:
    labelled = rows.groupby("line")["tickets"].agg(["sum", "size"])
    judged = spoken.groupby("line")["right"].agg(["size", "sum"]).reindex(labelled.index, fill_value=0)
    lines = tuple(
        LineEvidence(str(line), int(tickets), int(own), int(judged["size"][line]), float(judged["sum"][line]))
        for line, tickets, own in labelled.itertuples()
        if line != REST
    )
    found = Evidence(int(rows["tickets"].sum()), texts, len(spoken), float(spoken["right"].sum()), lines)
    told_apart = rule.threshold is not None and found.precision is not None and found.precision >= precision
    return found if told_apart else replace(found, silent=NOT_TOLD_APART.format(precision=precision))


def _too_few(tickets: int, enough: Sequence[str]) -> str:
    return (
        f"Too few to propose: {tickets:,} tickets with a subject and a category, {len(enough)} lines with"
        f" {FEWEST_A_LINE} of them in {FEWEST_TEXTS} wordings; it takes {FEWEST_TICKETS} and {FEWEST_LINES} such lines."
    )
