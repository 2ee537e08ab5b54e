"""python -m pipelines settings, logo: the owner's own settings, shown, written, taken along and put back."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.errors import SettingsInvalid, TurnaroundError
from pipelines.history.files import written_whole
from pipelines.logo import forget_logo, keep_logo
from pipelines.own_settings import import_settings, keeps_access, own_text, parsed, write_settings
from pipelines.setting_names import value_of
from pipelines.settings import home_folder
from pipelines.settings_in_force import Difference, differences, in_force
from pipelines.shell.words import AsJson, Home, SameAccess, Spoken, app, say

CHANGES = """Such as company.name="Harbour IT" 'calendars.standard.monday=["08:30-17:30"]' staffing.technicians=7."""
MEASURED = " Your history was measured again."
Changes = Annotated[list[str] | None, typer.Argument(help=CHANGES)]
TakeIn = Annotated[
    Path | None, typer.Option("--import", help="Put this file in the place of your settings, once all of it fits.")
]


@app.command()
def settings(  # noqa: PLR0913 - one argument an option
    changes: Changes = None,
    *,
    back: Annotated[list[str] | None, typer.Option(help="A name to take back to its default.")] = None,
    show: Annotated[bool, typer.Option("--show", help="Show what is in force; * marks your own.")] = False,
    export: Annotated[Path | None, typer.Option(help="Write your own settings into this file.")] = None,
    take_in: TakeIn = None,
    check: Annotated[bool, typer.Option("--check", help="With --import: only tell what would change.")] = False,
    same_access: SameAccess = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Show, write, export or import your settings; what changes measured times measures your history again."""
    with Spoken(as_json=as_json):
        folder = home_folder(home)
        if take_in is not None:
            _import(folder, take_in, check=check, same_access=same_access, as_json=as_json)
        elif show:
            _show(folder, as_json=as_json)
        elif export is not None:
            written_whole(export, own_text(folder).encode("utf-8"))
            typer.echo(json.dumps({"file": export.name}) if as_json else f"{export.name} is written.")
        else:
            values = dict(_change(text) for text in changes or ())
            if same_access and any(name.startswith("access") for name in (*values, *(back or []))):
                raise SettingsInvalid("Who may reach the dashboard is changed from a shell alone.")
            _write(folder, values, back or [], as_json=as_json)


@app.command()
def logo(
    file: Annotated[Path | None, typer.Argument(help="A PNG or JPEG picture of at most 1 MB.")] = None,
    *,
    none: Annotated[bool, typer.Option("--none", help="Take the logo away.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Keep your firm's logo for documents."""
    with Spoken(as_json=as_json):
        if none or file is None:
            if not none:
                raise TurnaroundError("Name a PNG or JPEG picture, or use --none to take the logo away.")
            forget_logo(home_folder(home))
        name = "" if none or file is None else keep_logo(home_folder(home), _content(file))
        sentence = "The logo is kept." if name else "The logo is taken away."
        typer.echo(json.dumps({"logo": name}) if as_json else sentence)


def _write(home: Path, values: dict[str, Any], back: list[str], *, as_json: bool) -> None:
    if not values and not back:
        raise TurnaroundError("Nothing was said to change; write a name and a value, such as staffing.technicians=7.")
    measured = write_settings(home, values, back, say)
    said = [*(f"{name} = {value}" for name, value in values.items()), *(f"{name} as it ships" for name in back)]
    sentence = f"Saved: {', '.join(said)}" + ("." + MEASURED if measured else "")
    typer.echo(json.dumps(values) if as_json else sentence)


def _import(home: Path, file: Path, *, check: bool, same_access: bool, as_json: bool) -> None:
    content = _content(file)
    written = parsed(content)
    if same_access:
        keeps_access(home, written, "This file of settings")
    found, note = _compared(home, written)
    done = None if check else import_settings(home, content, say)
    told = {"measured": bool(done and done.measured), "kept_before": bool(done and done.kept_before)}
    if as_json:
        changes = [asdict(one) for one in found]
        typer.echo(json.dumps({"changes": changes, **told, "done": not check, "note": note}, default=str))
        return
    lines = [f"{one.name}: {_said(one.before)} -> {_said(one.after)}" for one in found]
    end = "The settings are in force" + ("; the old file is settings.toml.before." if told["kept_before"] else ".")
    last = ("Nothing was written." if check else end) + (MEASURED if told["measured"] else "")
    typer.echo("\n".join([*filter(None, [note]), *lines, last]))


def _compared(home: Path, written: dict[str, Any]) -> tuple[list[Difference], str]:
    """What would change; a file that cannot be read has nothing to compare with, and an import mends it."""
    try:
        return differences(home, written), ""
    except SettingsInvalid as fault:
        return [], f"What would change cannot be told. {fault}"


def _show(home: Path, *, as_json: bool) -> None:
    found = in_force(home)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], default=str))
    else:
        typer.echo("\n".join(f"{'*' if one.own else ' '} {one.name} = {_said(one.value)}" for one in found))


def _said(value: Any) -> str:
    return "-" if value is None else json.dumps(value, ensure_ascii=False, default=str)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise TurnaroundError(f"{file.name} could not be read ({error.strerror}); check its name.") from None


def _change(text: str) -> tuple[str, Any]:
    name, sign, value = _parted(text)
    if not sign:
        raise TurnaroundError(f"{text!r} changes nothing; write a name and a value, such as staffing.technicians=7.")
    return name.strip(), value_of(value.strip(), name.strip())


def _parted(text: str) -> tuple[str, str, str]:
    """A plan may have "=" in its name, and a text, list or table in its value."""
    name, sign, value = text.partition("=")
    is_amount = name.startswith(("prices.", "staffing.", "promise."))
    return text.rpartition("=") if is_amount and value[:1] not in ('"', "[", "{") else (name, sign, value)
