"""What the desk says about hiring, as a document says it: the sentences of the page, without its marks."""

import re

import pandas as pd

from dashboard.digest import desk_track, staffing_answer, staffing_cards, staffing_need
from dashboard.documents.hiring import HiringCase
from dashboard.documents.matter import Sender
from dashboard.loaders.desk import Hiring, LearntDesk
from dashboard.wording import desk_track as words
from dashboard.wording.safe import AFTER_COLON

MARKS = re.compile(r"(?<!\\)\*{1,2}([^*]+?)(?<!\\)\*{1,2}")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def unusable(sender: Sender, learnt: LearntDesk) -> HiringCase | None:
    """The case that says why there is none; None where the desk can be asked."""
    if not learnt.usable:
        return HiringCase(sender, why=bare(desk_track.why_unusable(learnt)))
    return None if desk_track.promised(learnt) else HiringCase(sender, why=bare(words.NO_TARGET))


def case(sender: Sender, learnt: LearntDesk, found: Hiring, measured: pd.DataFrame) -> HiringCase:
    """The answer, its figures, what each plan gets, how many are needed, and whether it can be trusted."""
    goals = dict(learnt.desk.goals)
    answer = (
        staffing_answer.verdict(found),
        staffing_answer.kept(found, goals, staffing_answer.measured(measured)),
        staffing_answer.missed(learnt, found),
        staffing_answer.hires(found, learnt.desk.technicians),
    )
    cards = [(card.label, card.value, card.beside or card.note or "") for card in staffing_cards.cards(found, goals)]
    needed, always = staffing_need.told_apart(staffing_need.table(found, learnt.desk.technicians))
    return HiringCase(
        sender,
        answer=tuple(bare(sentence) for sentence in answer if sentence),
        cards=tuple((bare(label), bare(str(value)), bare(str(beside))) for label, value, beside in cards),
        table=staffing_answer.by_plan(found),
        needed=needed,
        always=bare(always),
        trust=_trust(learnt),
    )


def _trust(learnt: LearntDesk) -> str:
    tested = learnt.tested
    if tested is None:
        return bare(words.not_tried(learnt.why_untested))
    rows = desk_track.weeks(learnt, desk_track.shown(tested)[1])
    return bare(" ".join(filter(None, (desk_track.sentence(rows, tested), desk_track.mind(tested)))))


def bare(text: str) -> str:
    """A sentence of a page without its Markdown."""
    text = text.replace("under *More what-ifs*", "on the page Staffing")
    return ESCAPED.sub(r"\1", MARKS.sub(r"\1", text).replace(AFTER_COLON, ""))
