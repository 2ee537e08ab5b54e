"""The report by mail: one message, sent with certificates checked and time limits, refusals in plain sentences."""

import smtplib
import ssl
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from pipelines.errors import TurnaroundError
from pipelines.mail_settings import PASSWORD, Email, Security

SECONDS = 30
SMALL = 300_000
TYPES = {"html": ("text", "html"), "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")}
SAFE = "The report itself is written and stays where it is."


class MailFailed(TurnaroundError):
    """A mail that was not sent."""


def check(settings: Email) -> None:
    """Raise MailFailed where nothing can be sent by these settings."""
    for name in ("host", "sender", "recipients"):
        if not getattr(settings, name):
            raise MailFailed(f"No mail is set up: write {name} under [email] in settings.toml of your home.")


def message(
    settings: Email, subject: str, sentences: Sequence[str], files: Sequence[tuple[str, bytes]]
) -> EmailMessage:
    """Plain sentences, the page itself where it is small, and both files attached."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = (
        " ".join(subject.split()),
        settings.sender,
        ", ".join(settings.recipients),
    )
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = make_msgid(domain=settings.sender.rsplit("@", 1)[-1])
    mail.set_content(
        "\n\n".join(sentence.replace("**", "") for sentence in sentences) + "\n\nThe report is attached.\n"
    )
    for name, content in files:
        if name.endswith(".html") and len(content) <= SMALL:
            mail.add_alternative(content.decode(), subtype="html")
    for name, content in files:
        main, sub = TYPES[name.rsplit(".", 1)[-1]]
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail


def send(settings: Email, mail: EmailMessage, password: str) -> None:
    """Send it; raises MailFailed with a sentence that names neither password nor path."""
    check(settings)
    if settings.user and not password:
        raise MailFailed(
            f"The mail server asks for a login: give the password in the environment as {PASSWORD}. {SAFE}"
        )
    if settings.user and not (settings.user + password).isascii():
        raise MailFailed(
            f"A login takes plain letters, digits and signs only: email.user or {PASSWORD} has another letter. {SAFE}"
        )
    try:
        with _connected(settings) as server:
            if settings.user:
                server.login(settings.user, password)
            refused = server.send_message(mail)
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise MailFailed(f"{_why(error, settings)} {SAFE}") from None
    if refused:
        raise MailFailed(
            f"The mail server took the mail, but not for {', '.join(sorted(refused))}: check these addresses. {SAFE}"
        )


def _connected(settings: Email) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if settings.security == Security.TLS:
        return smtplib.SMTP_SSL(settings.host, settings.port, timeout=SECONDS, context=trusted)
    server = smtplib.SMTP(settings.host, settings.port, timeout=SECONDS)
    if settings.security == Security.STARTTLS:
        try:
            server.starttls(context=trusted)
        except BaseException:
            server.close()
            raise
    return server


def _why(error: Exception, settings: Email) -> str:
    """The sentence of the first kind that the error is of."""
    known = next((said for kind, said in _reasons(error, settings) if isinstance(error, kind)), "")
    where = f"{settings.host}, port {settings.port}"
    return known or f"There is no connection to {where}: check the host, the port and your network."


def _reasons(error: Exception, settings: Email) -> Iterator[tuple[type[Exception], str]]:
    host, where = settings.host, f"{settings.host}, port {settings.port}"
    readers = ", ".join(sorted(getattr(error, "recipients", ())))
    lacks = "login" if "AUTH" in str(error) else "STARTTLS"
    letters = isinstance(error, smtplib.SMTPNotSupportedError) and "SMTPUTF8" in str(error)
    lacking = f"{where} offers no {lacks}, as email.security asks: nothing was sent."
    plain = f"{host} takes plain letters in addresses only: write email.sender and email.recipients without accents."
    trust = getattr(error, "verify_message", "")
    yield ssl.SSLCertVerificationError, f"The certificate of {where} cannot be trusted ({trust}), so nothing was sent."
    yield ssl.SSLError, f"{where} does not speak TLS as it is set up: try another email.security or port."
    yield smtplib.SMTPAuthenticationError, f"{host} refused the login of {settings.user!r}: check it and {PASSWORD}."
    yield smtplib.SMTPRecipientsRefused, f"{host} refused every reader ({readers}): check these addresses."
    yield smtplib.SMTPSenderRefused, f"{host} refused the sender {settings.sender}: does it ask for a login?"
    yield smtplib.SMTPNotSupportedError, plain if letters else lacking
    yield UnicodeError, f"{host!r} is no name of a mail server: check email.host."
    yield TimeoutError, f"{where} did not answer within {SECONDS} seconds: check the host and the port."
    yield smtplib.SMTPException, f"{host} did not take the mail ({type(error).__name__}): ask your mail provider."
