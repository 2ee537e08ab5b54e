"""The weekly report as one page of HTML: no script, no request, charts inside, made for screen and paper."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pandas as pd

from dashboard import wording
from dashboard.digest import scorecard, tickets, week
from dashboard.digest.week import Card
from dashboard.documents.weekly import charts
from dashboard.documents.weekly.facts import Weekly
from dashboard.documents.weekly.html import cell, paragraphs, rich, section, table
from dashboard.wording import report as words
from dashboard.wording import scorecard as score_words
from dashboard.wording import week as week_words

CSS = Path(__file__).parent / "report.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
SHOWN_LATE, SHOWN_NEXT, WEEKS = 20, 10, 13
CHARTED = 26
BADGE_KINDS = {"orange": "high", "green": "low"}


def page(told: Weekly) -> bytes:
    """The whole page."""
    title = f"{words.TITLE}: {wording.week_span(told.week)}"
    head = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(told.company)}: {escape(title)}</title>\n"
        f"<style>\n{CSS.read_text(encoding='utf-8')}</style></head>\n"
    )
    return f"{head}<body><main>\n{''.join(_parts(told))}</main></body></html>\n".encode()


def _parts(told: Weekly) -> Iterator[str]:
    yield _header(told)
    if told.failed:
        badge = f'<p><span class="badge high">▲ {escape(words.NOT_UP_TO_DATE)}</span></p>'
        yield f'<section class="verdict">{badge}{paragraphs(warnings(told))}</section>\n'
    yield f'<section class="verdict">{_badge(told)}{paragraphs(sentences(told))}</section>\n'
    yield _cards(told)
    yield _charts(told)
    yield _scorecard(told)
    if told.has_targets:
        yield _worst(told)
        yield _next(told)
        yield _late(told)
    if told.staffing:
        yield section(words.STAFFING, paragraphs(told.staffing))
    yield _checks(told)
    yield section(words.HOW, paragraphs([words.MEASURED], "note"))


def _header(told: Weekly) -> str:
    sample = f'<span class="badge sample">{escape(words.SAMPLE)}</span>' if told.is_sample else ""
    day = wording.trimmed(told.day_seconds / 3600)
    until = words.as_of(told.tickets, wording.moment(told.as_of), told.hours, day)
    part = f" {escape(told.slice_told)}" if told.slice_told else ""
    return (
        f'<header><div><p class="firm">{escape(wording.shown(told.company))} · {words.TITLE} {sample}</p>'
        f"<h1>{escape(wording.week_title(told.week))}</h1></div>"
        f'<p class="as-of">{escape(until)}{part}</p></header>\n'
    )


def _badge(told: Weekly) -> str:
    badge = week_words.BADGES[str(told.verdict.kind)]
    signs = {"unusually_high": "▲ ", "unusually_low": "▼ "}
    kind = BADGE_KINDS.get(badge.colour, "")
    return f'<p><span class="badge {kind}">{signs.get(str(told.verdict.kind), "")}{escape(badge.text)}</span></p>'


def sentences(told: Weekly) -> list[str]:
    """The verdict in the words of the page This week."""
    return week.verdict(told.verdict, told.report.resolution.iloc[-1], told.day_seconds)


def warnings(told: Weekly) -> list[str]:
    """What went wrong before the report was made, and how old that makes its numbers."""
    return [words.failed(step, wording.moment(told.as_of)) for step in told.failed]


def subject(told: Weekly) -> str:
    """The verdict as the subject of a mail: one line."""
    first = (
        week.verdict(told.verdict, told.report.resolution.iloc[-1], told.day_seconds)[0].replace("**", "").rstrip(".")
    )
    badge = week_words.BADGES[str(told.verdict.kind)].text
    verdict = f"{words.NOT_UP_TO_DATE}. {badge}" if "inbox" in told.failed else badge
    return words.subject(told.company, wording.week_span(told.week), f"{verdict}. {first}")


def _cards(told: Weekly) -> str:
    deck = week.cards(told.report, wording.brief, has_targets=told.has_targets, goal=told.kept_rate)
    return f'<div class="cards">{"".join(map(_card, deck))}</div>\n{paragraphs([week.flow(told.report)], "note flow")}'


def _card(card: Card) -> str:
    sign = {"orange": "▲ ", "green": "▼ "}.get(card.colour, "")
    told = (
        f"{sign}{card.change} {card.beside}" if card.change else card.beside if card.beside == wording.TOO_FEW else ""
    )
    return (
        f'<div class="card"><div class="label">{escape(card.label)}</div><div class="value">{escape(card.value)}</div>'
        f'<div class="change">{escape(told)}&nbsp;</div>{charts.spark(card.spark, f"card {card.label}")}</div>'
    )


def _charts(told: Weekly) -> str:
    if not told.has_targets:
        drawn = charts.pace(week.begun(told.report.resolution.tail(CHARTED)))
        return section(words.PACE, drawn) if drawn else ""
    late = section(
        words.LATE, paragraphs([words.LATE_NOTE], "note"), charts.late_share(told.report.chart, told.verdict.goal)
    )
    return f'<div class="two">{late}{_different(told.differences)}</div>\n'


def _different(differences: pd.DataFrame) -> str:
    if differences.empty:
        return section(words.DIFFERENT, paragraphs([words.NO_EARLIER], "note"))
    said = words.different(int(differences["beyond_luck"].sum()))
    return section(words.DIFFERENT, paragraphs([said + words.DIFFERENT_NOTE], "note"), charts.differences(differences))


def _scorecard(told: Weekly) -> str:
    rows = scorecard.rows(told.numbers)
    if not rows:
        return ""
    heads = "".join(f'<th scope="col" class="n">{escape(wording.short_day(one.week))}</th>' for one in rows[0].cells)
    body = "".join(map(_line, rows))
    grid = (
        '<div class="scroll"><table class="weeks"><thead><tr><th scope="col">Number</th>'
        '<th scope="col" class="spark-cell">Trend</th>'
        f"{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    return section(
        words.SCORECARD,
        paragraphs(scorecard.answer(told.numbers)),
        grid,
        paragraphs([score_words.legend()], "note"),
        kind="scorecard",
    )


def _line(row: scorecard.Row) -> str:
    aims = " · ".join(filter(None, [row.goal if row.goal != wording.DASH else "", wording.shown(row.owner)]))
    under = f"<small>{escape(aims)}</small>" if aims else ""
    cells = "".join(_week(row, one) for one in row.cells)
    trend = charts.spark(row.trend, row.label)
    return f'<tr><th scope="row">{escape(row.label)}{under}</th><td class="spark-cell">{trend}</td>{cells}</tr>'


def _week(row: scorecard.Row, one: scorecard.Cell) -> str:
    of = (
        f' title="of {wording.count(one.of)} tickets"'
        if one.of and row.name not in ("backlog", "tickets_opened")
        else ""
    )
    return f'<td class="n {one.mark}"{of}>{escape(one.text.replace(wording.TOO_FEW, "few"))}</td>'


def _worst(told: Weekly) -> str:
    if told.worst is None:
        return ""
    own = told.worst
    said = words.worst(
        wording.plain(own.issue_type),
        own.tier and wording.plain(own.tier),
        own.late,
        own.judged,
        own.others,
        beyond=own.beyond_luck,
    )
    return section(words.WORST, paragraphs([said]))


def _next(told: Weekly) -> str:
    if told.due is None:
        return ""
    if told.due.empty:
        return section(words.NEXT, paragraphs([words.NONE_NEXT], "note"))
    due = tickets.due_table(told.due)
    said = [tickets.due_sentence(told.due, told.as_of.date()), tickets.risk_sentence(told.due, told.risk)]
    rows = due.head(SHOWN_NEXT)
    shown = rows.drop(columns=[name for name in ("Used", "Technician") if name in rows]).assign(
        Opened=rows["Opened"].map(wording.short_moment)
    )
    if "Late" in shown:
        chances = [None if pd.isna(chance) else wording.percent(chance / 100) for chance in shown.pop("Late")]
        shown.insert(0, "Late?", chances)
    more = paragraphs([words.more(len(due) - SHOWN_NEXT)], "note")
    return section(words.NEXT, paragraphs(said, "note"), table(shown, ("Late?", "Left")), more)


def _late(told: Weekly) -> str:
    if told.late.empty:
        return section(words.LATE_TICKETS, paragraphs([words.NONE_LATE], "note"))
    rows = tickets.late_table(told.late)
    shown = rows.head(SHOWN_LATE).astype(object)
    shown["Opened"] = rows["Opened"].map(wording.short_moment)
    shown["Took (h)"] = rows["Took (h)"].map("{:,.1f}".format)
    shown["× target"] = rows["× target"].map(wording.ratio)
    title = f"{words.LATE_TICKETS}: {wording.count(len(rows))}"
    more = paragraphs([words.more(len(rows) - SHOWN_LATE)], "note")
    return section(title, table(shown, ("Took (h)", "× target")), more, kind="long")


def _checks(told: Weekly) -> str:
    if told.checks.empty:
        return section(words.CHECKS, paragraphs([words.CHECKS_FINE], "note"))
    lines = "".join(
        f"<tr>{cell(row['title'])}{cell(wording.count(row['rows']), 'n')}{cell(row['advice'])}</tr>"
        for row in told.checks.to_dict("records")
    )
    heads = '<th scope="col">What was found</th><th scope="col" class="n">Rows</th><th scope="col">What to do</th>'
    grid = f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>'
    return section(words.CHECKS, grid)


__all__ = ["page", "rich", "sentences", "subject", "warnings"]
