"""Where the weekly report is sent."""

import streamlit as st

from dashboard.components import rule_fields as fields
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from pipelines.mail_settings import PASSWORD, Security

NAMES = ("email.host", "email.port", "email.security", "email.user", "email.sender", "email.recipients")
HELP = (
    "The report goes out through your own mail server, by `python -m dashboard weekly` or `report --mail`. Without a"
    f" server nothing is sent. The password is never kept here: give it in the environment as `{PASSWORD}`."
)
WAYS = {Security.STARTTLS: "STARTTLS (usual)", Security.TLS: "TLS from the start", Security.NONE: "Not encrypted"}
MOST_PORT = 65535


def show(rules: Rules) -> None:
    """Server, login and readers, saved together."""
    own = rules.settings.email
    standing = (own.host, own.port, str(own.security), own.user, own.sender, list(own.recipients))
    with part(rules, "E-mail", "email", "email"), st.form("rules-email-form", border=False):
        st.caption(HELP)
        one, two, three = st.columns([0.5, 0.2, 0.3])
        with one:
            host = fields.text(rules, NAMES[0], own.host, "smtp.example.com")
        with two:
            port = fields.number(rules, NAMES[1], own.port, 0, MOST_PORT, 1)
        with three:
            said = {str(way): told for way, told in WAYS.items()}
            security = fields.choice(rules, NAMES[2], str(own.security), list(said), said)
        left, right = st.columns(2)
        with left:
            user = fields.text(rules, NAMES[3], own.user, explained="Empty where the server asks for no login.")
        with right:
            sender = fields.text(rules, NAMES[4], own.sender, "turnaround@example.com")
        recipients = fields.lines(rules, NAMES[5], own.recipients, placeholder="One address each line")
        if save_button("email"):
            given = (host, port, security, user, sender, recipients)
            save("email", digest.changed(dict(zip(NAMES, standing, strict=True)), dict(zip(NAMES, given, strict=True))))
