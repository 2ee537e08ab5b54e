"""What each category of the exports leads to, and the owner's say in it."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import catalogue as digest

HELP = (
    "Every category of your exports and the line of the service catalogue that it leads to. Choose another line where"
    " that is wrong or missing; an emptied cell takes your word back. Merged and"
    " deleted tickets count here as well. Your choices are kept in your own catalogue.toml."
)
KINDS = {"software": "Software", "hardware": "Hardware", "other": "Other"}
HEIGHT, FULL = 340, 9


@fragment
def show() -> None:
    """How much is in the catalogue, then the table."""
    found = loaders.categories()
    with card("Service catalogue", HELP, key="catalogue") as beside:
        st.markdown(digest.coverage(found))
        if refusal := st.session_state.pop("catalogue_refusal", ""):
            st.error(wording.plain(refusal), icon=":material/error:")
        table = digest.category_table(found)
        if table.empty:
            st.caption("Your exports have no categories yet.")
            return
        with beside:
            download.show(table, "categories", "categories-csv")
        made: dict[str, str] = st.session_state.setdefault("new_lines", {})
        options = [*sorted({*loaders.catalogue_kinds(), *made}), loaders.NOT_YET]
        after = st.data_editor(
            table,
            hide_index=True,
            disabled=[name for name in table.columns if name != digest.LINE],
            column_config=columns.categories(options),
            height=HEIGHT if len(table) > FULL else "auto",
            placeholder="",
            alt="Categories and their lines",
            key=f"categories-{loaders.stamp()}",
        )
        changed = digest.changes(found, table, after, made)
        label = f"Keep {wording.counted(len(changed), 'change')}" if changed else "Keep changes"
        if st.button(label, type="primary", icon=":material/check:", disabled=not changed, key="keep-catalogue"):
            with st.spinner("Measuring again"):
                st.session_state["catalogue_refusal"] = actions.save_catalogue(changed)
            st.rerun()
        _new_line(made)


def _new_line(made: dict[str, str]) -> None:
    with st.expander("A line that is not in the catalogue"):
        name = st.text_input("Its name", max_chars=80, key="new-line")
        kind = st.segmented_control("It is", list(KINDS), format_func=KINDS.__getitem__, key="new-kind")
        if st.button("Offer it in the table", disabled=not (name.strip() and kind), key="offer-line") and kind:
            made[name.strip()] = kind
            st.rerun(scope="fragment")
