"""What can I honestly promise? The answer in words, before any table."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import target_state as state
from dashboard.digest import target_draft as drafts
from dashboard.digest import target_lines as lines
from dashboard.loaders import Offer
from dashboard.wording import targets as words
from dashboard.wording import track
from pipelines.measure.results import Facts
from pipelines.vocabulary import Clock


def show(facts: Facts, offer: Offer | None) -> None:
    """Today, what the proposals would change, where history shows no difference; and what is to be done first."""
    learnt = loaders.promises()
    with st.container(border=True, key="target-answer"):
        if learnt is None:
            st.markdown(words.NOT_YET)
        elif offer is None:
            st.markdown(words.NO_CLOCK)
        elif offer.lines.empty:
            st.markdown(f"**{_nothing(offer)}.**")
        else:
            _answer(facts, offer)
        if learnt is None or learnt.stale:
            _work_out(stale=learnt is not None)


def banner(clock: Clock) -> None:
    """A version that is saved and judges nothing yet; the alarm, where new promises were kept too seldom."""
    if starts_on := loaders.version_to_come():
        st.info(words.to_come(starts_on, loaders.last_day()), icon=":material/schedule:")
    tested = loaders.backtest()
    own = tested.clocks.get(clock) if tested else None
    if own and own.alarm and own.alarm.rings:
        st.warning(track.alarm(own.alarm.tickets, own.alarm.kept, own.alarm.kept_rate), icon=":material/notifications:")


def _answer(facts: Facts, offer: Offer) -> None:
    day, now = loaders.day_seconds(), state.today(offer)
    everything = drafts.proposed(offer.lines, day)
    then = state.tried(offer, everything)
    enough = offer.lines[~drafts.few(offer.lines)]
    steps = {int(str(place)): float(step) for place, step in enough["proposed_seconds"].items()}
    looser, tighter, same = lines.moved(offer, steps)
    held = looser + tighter + same
    since = loaders.shorter_than_a_year()
    sentences = [
        words.late_now(now.late, now.judged, since) if now.judged or not loaders.version_to_come() else "",
        words.late_then(then.late, then.judged, since, had_targets=now.judged > 0),
    ]
    if held:
        sentences.append(words.direction(looser / held, tighter / held))
    tiers = [tier for tier in loaders.settings().tiers if tier in set(offer.segments["tier"])]
    st.markdown(" ".join(filter(None, sentences)))
    if tested := _tested(offer):
        st.markdown(tested)
    for sentence in words.no_difference(offer.differences, tiers):
        st.markdown(sentence)
    if not facts.has_tier:
        st.caption(words.NO_TIERS)


def _tested(offer: Offer) -> str:
    found = loaders.backtest()
    own = found.clocks.get(offer.clock) if found else None
    return track.in_short(own.total["promised"], own.total["kept"], found.kept_rate) if found and own else ""


def _nothing(offer: Offer) -> str:
    if offer.ends < wording.FEWEST:
        return words.too_few(offer.ends)
    return words.never(min(rate for rate in offer.rates.values()))


def _work_out(*, stale: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if stale:
            st.caption(words.STALE, width="content")
        if st.button("Work it out now", icon=":material/calculate:", key="fit"):
            with st.spinner("Working out what can be promised"):
                refused = actions.fit()
            if refused:
                st.error(wording.plain(refused), icon=":material/error:")
            else:
                st.rerun()
