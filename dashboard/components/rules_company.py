"""Who the firm is: name, address, contacts, logo."""

import streamlit as st

from dashboard import actions, loaders
from dashboard.components import rule_fields as fields
from dashboard.components import told
from dashboard.components.card import card
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rules as digest
from dashboard.loaders import Rules

HELP = "As your documents, reports and letters name you. An empty field is left out of them."
LOGO_HELP = "Stands at the head of your documents. A PNG or JPEG picture of at most 1 MB; it stays on this computer."
NAMES = ("name", "email", "phone", "website", "address", "currency")


def show(rules: Rules) -> None:
    """The form, and the logo beside it."""
    left, right = st.columns([0.64, 0.36])
    with left:
        _who(rules)
    with right:
        _logo(rules)


def _who(rules: Rules) -> None:
    own = rules.settings.company
    before = {f"company.{name}": getattr(own, name) for name in ("name", "email", "phone", "website")}
    before |= {"company.address": list(own.address), "company.currency": rules.settings.currency}
    with (
        part(rules, "Your company", "company", *before, explained=HELP),
        st.form("rules-company-form", border=False),
    ):
        one, two = st.columns(2)
        with one:
            given: dict[str, object] = {"company.name": fields.text(rules, "company.name", own.name)}
            given["company.phone"] = fields.text(rules, "company.phone", own.phone, "0113 496 0000")
            given["company.address"] = fields.lines(rules, "company.address", own.address, placeholder="One line each")
        with two:
            given["company.email"] = fields.text(rules, "company.email", own.email, "service@example.com")
            given["company.website"] = fields.text(rules, "company.website", own.website, "www.example.com")
            given["company.currency"] = fields.text(
                rules, "company.currency", rules.settings.currency, "GBP", explained="As prices and documents write it."
            )
        if save_button("company"):
            save("company", digest.changed(before, given))


def _logo(rules: Rules) -> None:
    with card("Logo", LOGO_HELP, key="rules-logo", stretch=True):
        told.show("rules-logo")
        picture = loaders.logo(rules.settings.company)
        if picture is not None:
            st.image(picture, width=220)
            if st.button("Take the logo away", icon=":material/delete:", key="rules-logo-none"):
                told.keep("rules-logo", "The logo is taken away.", actions.forget_logo())
        else:
            st.caption("There is none yet.")
        turn = st.session_state.setdefault("logo_turn", 0)
        upload = st.file_uploader(
            "Choose a picture", ["png", "jpg", "jpeg"], key=f"rules-logo-{turn}", max_upload_size=1
        )
        if upload is not None:
            reply = actions.keep_logo(upload)
            st.session_state["logo_turn"] += 1
            told.keep("rules-logo", "The logo is kept.", reply)
