"""python -m models catalogue."""

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer

from models.catalogue.results import Proposals
from models.refresh import accept_proposals, read_proposals, refresh_proposals
from pipelines.journey import measure_again
from pipelines.settings import home_folder
from pipelines.shell import AsJson, Home, Spoken


def catalogue(
    *,
    accept: Annotated[list[str] | None, typer.Option(help="Keep what was proposed for this line.")] = None,
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Keep everything that was proposed.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Propose issue types for tickets without a usable category, learnt from your own labelled tickets."""
    with Spoken(as_json=as_json):
        place = home_folder(home)
        if accept or accept_all:
            if read_proposals(place) is None:
                refresh_proposals(place)
            accepted = accept_proposals(place, None if accept_all else accept)
            if accepted:
                measure_again(place)
            typer.echo(
                json.dumps({"accepted": accepted}) if as_json else f"{accepted:,} tickets have an issue type now."
            )
            return
        proposals = refresh_proposals(place)
        typer.echo(json.dumps(_proposed(proposals), indent=2) if as_json else _in_words(proposals))


def _proposed(proposals: Proposals) -> dict[str, Any]:
    evidence, counts = proposals.evidence, proposals.tickets["issue_type"].value_counts()
    told = {"labelled": evidence.labelled, "texts": evidence.texts, "coverage": evidence.coverage}
    sure = {"precision": evidence.precision, "interval": evidence.interval, "judged": evidence.proposed}
    lines = [asdict(line) | {"tickets": int(counts.get(line.line, 0))} for line in evidence.lines]
    return told | sure | {"untold": proposals.untold, "silent": evidence.silent, "lines": lines}


def _in_words(proposals: Proposals) -> str:
    evidence = proposals.evidence
    if evidence.silent or evidence.precision is None:
        return evidence.silent
    low, high = evidence.interval
    head = (
        f"{len(proposals.tickets):,} of {proposals.untold:,} tickets without a usable category have a proposal."
        f" Of {evidence.proposed:,} proposals for labelled texts that had no part in it, {evidence.precision:.1%} were"
        f" right ({low:.1%} to {high:.1%}); {evidence.coverage:.0%} of these texts got one."
    )
    lines = proposals.tickets["issue_type"].value_counts()
    return "\n".join([head, *(f"{n:7,}  {line}" for line, n in lines.items())])
