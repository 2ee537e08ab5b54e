"""Fields of the page Settings: each with its name, its value, and whether that is the owner's own or the default."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.components.rule_part import key_of
from dashboard.loaders import Rules
from dashboard.wording import rules as words


def text(
    rules: Rules, name: str, value: str, placeholder: str = "", *, explained: str | None = None, label: str = ""
) -> str:
    """One line."""
    told = st.text_input(
        label or label_of(rules, name),
        value,
        max_chars=200,
        placeholder=placeholder,
        help=explained,
        key=key_of(name, value),
    )
    return told.strip()


def lines(rules: Rules, name: str, value: Sequence[str], *, height: int = 110, placeholder: str = "") -> list[str]:
    """Several lines; empty ones are none."""
    told = st.text_area(
        label_of(rules, name), "\n".join(value), height=height, placeholder=placeholder, key=key_of(name, tuple(value))
    )
    return [line.strip() for line in told.splitlines() if line.strip()]


def number(
    rules: Rules,
    name: str,
    value: float,
    least: float,
    most: float,
    step: float,
    *,
    unit: str = "",
    explained: str | None = None,
) -> float:
    """A number, whole where its step is."""
    whole = float(step).is_integer() and float(value).is_integer()
    told = st.number_input(
        label_of(rules, name, unit),
        float(least),
        float(most),
        float(value),
        float(step),
        format="%.0f" if whole else "%g",
        help=explained,
        key=key_of(name, value),
    )
    return int(told) if float(told).is_integer() else round(float(told), 6)


def choice(
    rules: Rules,
    name: str,
    value: str,
    options: Sequence[str],
    said: Mapping[str, str] | None = None,
    *,
    explained: str | None = None,
    label: str = "",
) -> str:
    """One of several."""
    known = list(options) if value in options else [value, *options]
    told = st.selectbox(
        label or label_of(rules, name),
        known,
        known.index(value),
        key=key_of(name, value),
        help=explained,
        format_func=lambda option: (said or {}).get(option, option),
    )
    return str(told)


def grid(name: str, table: pd.DataFrame, config: Mapping[str, Any], *, fixed: bool = False) -> pd.DataFrame:
    """A table to edit; rows can be added and taken away unless it is fixed."""
    edited: pd.DataFrame = st.data_editor(
        table,
        hide_index=True,
        num_rows="fixed" if fixed else "dynamic",
        placeholder="–",
        column_config=dict(config),
        key=key_of(name, table.to_csv()),
    )
    return edited


def label_of(rules: Rules, name: str, unit: str = "") -> str:
    """What a field is called, and whose its value is."""
    ending = f" ({unit})" if unit else ""
    return f"{words.title(name)}{ending} {words.mark(own=rules.is_own(name))}"
