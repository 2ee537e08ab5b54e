"""The report from a shell, and by mail through a real server on this computer."""

import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from dashboard.reporting import mail
from dashboard.reporting.__main__ import main
from pipelines.errors import SettingsInvalid
from pipelines.mail_settings import Email, Security, email
from tests.conftest import ROOT

SETTINGS = Email("127.0.0.1", 1, Security.NONE, "", "desk@example.com", ("owner@example.com", "lead@example.com"))
FILES = [("turnaround-2026-08-17.html", b"<p>Late: 4</p>"), ("turnaround-2026-08-17.xlsx", b"PK-made-up")]


class Box:
    """Keeps what arrives; refuses readers called nobody."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802 - as the server calls it
        if address.startswith("nobody"):
            return "550 no such reader"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


def login(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"s3cret")
    return AuthResult(success=right, handled=right)


@pytest.fixture
def box() -> Box:
    return Box()


def served(box: Box, **options: Any) -> Controller:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port, **options)
    server.start()
    return server


def at(server: Controller, settings: Email = SETTINGS) -> Email:
    return replace(settings, port=server.port)


@pytest.fixture
def open_server(box: Box) -> Iterator[Controller]:
    server = served(box)
    yield server
    server.stop()


@pytest.fixture
def login_server(box: Box) -> Iterator[Controller]:
    server = served(box, authenticator=login, auth_require_tls=False, auth_required=True)
    yield server
    server.stop()


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def written(settings: Email = SETTINGS, subject: str = "Your company: normal week") -> EmailMessage:
    return mail.message(settings, subject, ["**4 of 40** were late.", "That is usual."], FILES)


def test_a_mail_arrives_whole(box: Box, open_server: Controller) -> None:
    settings = at(open_server)
    mail.send(settings, written(settings), "")

    readers, came = box.mails[0]
    assert readers == ["owner@example.com", "lead@example.com"]
    assert (came["Subject"], came["From"], came["To"]) == (
        "Your company: normal week", "desk@example.com", "owner@example.com, lead@example.com",
    )  # fmt: skip
    body = came.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert body.startswith("4 of 40 were late.\n\nThat is usual.")
    assert "Late: 4" in came.get_body(("html",)).get_content()
    assert [part.get_filename() for part in came.iter_attachments()] == [name for name, _ in FILES]
    assert list(came.iter_attachments())[1].get_content() == FILES[1][1]


def test_a_large_page_is_attached_alone() -> None:
    came = mail.message(SETTINGS, "x", ["y"], [("a.html", b"x" * (mail.SMALL + 1))])

    assert came.get_body(("html",)) is None
    assert [part.get_filename() for part in came.iter_attachments()] == ["a.html"]


def test_a_subject_cannot_bring_a_header_with_it() -> None:
    came = written(subject="Firm\r\nBcc: thief@example.com")

    assert came["Bcc"] is None
    assert came["Subject"] == "Firm Bcc: thief@example.com"


def test_the_login_is_given_and_a_wrong_one_is_said(box: Box, login_server: Controller) -> None:
    settings = at(login_server, replace(SETTINGS, user="desk"))
    mail.send(settings, written(settings), "s3cret")
    assert len(box.mails) == 1

    with pytest.raises(mail.MailFailed, match="refused the login of 'desk'") as failed:
        mail.send(settings, written(settings), "wr0ng")
    assert "wr0ng" not in str(failed.value)
    with pytest.raises(mail.MailFailed, match="TURNAROUND_SMTP_PASSWORD"):
        mail.send(settings, written(settings), "")
    assert len(box.mails) == 1


def test_a_server_that_asks_for_a_login_refuses_without_one(login_server: Controller) -> None:
    with pytest.raises(mail.MailFailed, match=r"refused the sender desk@example\.com"):
        mail.send(at(login_server), written(), "")


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(box: Box, self_signed: ssl.SSLContext) -> None:
    server = served(box, tls_context=self_signed)
    try:
        with pytest.raises(mail.MailFailed, match="cannot be trusted"):
            mail.send(at(server, replace(SETTINGS, security=Security.STARTTLS)), written(), "")
    finally:
        server.stop()
    assert box.mails == []


def test_tls_that_is_asked_for_and_not_there_sends_nothing(box: Box, open_server: Controller) -> None:
    with pytest.raises(mail.MailFailed, match="offers no STARTTLS"):
        mail.send(at(open_server, replace(SETTINGS, security=Security.STARTTLS)), written(), "")
    with pytest.raises(mail.MailFailed, match="does not speak TLS"):
        mail.send(at(open_server, replace(SETTINGS, security=Security.TLS)), written(), "")
    assert box.mails == []


def test_readers_that_the_server_does_not_know_are_named(box: Box, open_server: Controller) -> None:
    some = replace(SETTINGS, recipients=("owner@example.com", "nobody@example.com"))
    with pytest.raises(mail.MailFailed, match=r"but not for nobody@example\.com"):
        mail.send(at(open_server, some), written(some), "")
    none = replace(SETTINGS, recipients=("nobody@example.com",))
    with pytest.raises(mail.MailFailed, match="refused every reader"):
        mail.send(at(open_server, none), written(none), "")
    assert len(box.mails) == 1


def test_letters_that_a_login_or_a_server_cannot_take_are_said(box: Box, login_server: Controller) -> None:
    for user, password in (("desk", "pässwort"), ("désk", "s3cret")):
        with pytest.raises(mail.MailFailed, match="A login takes plain letters") as failed:
            mail.send(at(login_server, replace(SETTINGS, user=user)), written(), password)
        assert password not in str(failed.value)
    with pytest.raises(mail.MailFailed, match="is no name of a mail server"):
        mail.send(replace(SETTINGS, host="smtp..example.com"), written(), "")
    server = served(box, enable_SMTPUTF8=False)
    try:
        abroad = at(server, replace(SETTINGS, sender="jörg@example.com"))
        with pytest.raises(mail.MailFailed, match="takes plain letters in addresses only"):
            mail.send(abroad, written(abroad), "")
    finally:
        server.stop()
    assert box.mails == []


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("owner@example.com", True), ("o.w-n+er@mail.ex-ample.co.uk", True), ("owner@localhost", True), ("jörg@example.com", True),
        ("owner@ex..com", False), ("owner@-ex.com", False), ("ow\x00ner@example.com", False), ("ow\x7fner@example.com", False),
        ("owner@example.com.", False), ("ow\u200bner@example.com", False), ("owner@" + "a" * 64 + ".com", False),
    ],
)  # fmt: skip
def test_an_address_is_one(address: str, *, fits: bool) -> None:
    with nullcontext() if fits else pytest.raises(SettingsInvalid, match="must be an address"):
        assert email({"sender": address}).sender == address


@pytest.mark.parametrize(("host", "fits"), [("smtp.example.com", True), ("127.0.0.1", True), ("::1", True), ("a..b", False)])
def test_a_host_is_a_name(host: str, *, fits: bool) -> None:
    with nullcontext() if fits else pytest.raises(SettingsInvalid, match="must be the name of your mail server"):
        assert email({"host": host}).host == host


def test_nobody_there_is_said() -> None:
    with pytest.raises(mail.MailFailed, match=r"There is no connection to 127\.0\.0\.1, port 1"):
        mail.send(SETTINGS, written(), "")


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard.reporting", "--home", str(home), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.torture
def test_a_report_is_written_and_mailed_and_a_failed_mail_keeps_it(
    box: Box, open_server: Controller, full_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(full_home, home)
    port = at(open_server).port
    own = '[email]\nhost = "127.0.0.1"\nsecurity = "none"\nsender = "a@example.com"\nrecipients = ["b@example.com"]\n'
    (home / "settings.toml").write_text(f"{own}port = {port}\n", encoding="utf-8")
    done = run(home, "--week", "2026-08-12", "--mail", "--failed=inbox")

    assert done.returncode == 0, done.stderr
    body = box.mails[0][1].get_body(("plain",)).get_content()
    assert body.startswith("Something in the inbox could not be loaded: these numbers are as of")
    assert "sent to 1 reader." in done.stdout
    page = home / "reports" / "turnaround-2026-08-10.html"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert box.mails[0][1]["Subject"].startswith("Your company, 10 Aug to 16 Aug 2026: ")

    (home / "settings.toml").write_text(f"{own}port = 1\n", encoding="utf-8")
    page.unlink()
    failed = run(home, "--week", "2026-08-12", "--mail-if-set-up")
    assert (failed.returncode, page.exists()) == (2, True)
    assert "There is no connection" in failed.stderr
    assert "stays where it is" in failed.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--week", "soon"), "'soon' is not a date"),
        (("--week", "2020-01-01"), "is outside the history, which goes from the week of 2026-05-04 to that of"),
        (("--mail",), "No mail is set up: write host under [email]"),
        (("--to", "/dev/null/reports"), "cannot be written into"),
    ],
)
def test_what_cannot_be_done_is_said(
    full_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("TURNAROUND_HOME", str(full_home))
    assert main(words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.torture
def test_without_a_history_there_is_nothing_to_report(tmp_path: Path) -> None:
    done = run(tmp_path)

    assert done.returncode == 2
    assert done.stderr == "Turnaround: There is no ticket in the history yet: load a ticket export first.\n"
