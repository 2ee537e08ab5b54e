"""What are my rules?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    rules_answer,
    rules_company,
    rules_contract,
    rules_distance,
    rules_file,
    rules_hours,
    rules_mail,
    rules_mend,
    rules_money,
    rules_plans,
    welcome,
)

st.title("Settings", anchor=False)

if fault := loaders.settings_fault():
    rules_mend.show(fault)
    st.stop()

rules = loaders.rules()
rules_answer.show(rules)

if loaders.facts() is None:
    welcome.hint()

TABS = ["Company", "Hours", "Plans", "Priorities", "Distance", "People & money", "Contract", "E-mail", "File"]

company, hours, plans, priorities, distance, money, contract, mail, file = st.tabs(
    TABS, key="settings-part", on_change="rerun"
)
with company:
    if company.open:
        rules_company.show(rules)
with hours:
    if hours.open:
        rules_hours.show(rules)
with plans:
    if plans.open:
        rules_plans.show(rules)
with priorities:
    if priorities.open:
        rules_plans.priorities(rules)
with distance:
    if distance.open:
        rules_distance.show(rules)
with money:
    if money.open:
        rules_money.show(rules)
with contract:
    if contract.open:
        rules_contract.show(rules)
with mail:
    if mail.open:
        rules_mail.show(rules)
with file:
    if file.open:
        rules_file.show(rules)
