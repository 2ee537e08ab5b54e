"""Writes: each in a child process with a time limit, then the caches are cleared."""

from dashboard.actions.catalogue import accept, forget_accepted, propose, save_catalogue
from dashboard.actions.child import Reply
from dashboard.actions.clients import join_clients, load_clients, part_clients, written_list
from dashboard.actions.figures import save_figures
from dashboard.actions.keeping import back_up, erase, restore, undo, upgrade
from dashboard.actions.loading import Answers, Loaded, fit, load, load_inbox, load_parked, load_sample, safe_name
from dashboard.actions.plans import forget_plan, plan_done, save_plan
from dashboard.actions.rules import (
    check_settings,
    forget_logo,
    forget_sample,
    import_settings,
    keep_logo,
    measure,
    save_settings,
)
from dashboard.actions.targets import back_test, forget_agreement, save_version, set_agreement

__all__ = [
    "Answers",
    "Loaded",
    "Reply",
    "accept",
    "back_test",
    "back_up",
    "check_settings",
    "erase",
    "fit",
    "forget_accepted",
    "forget_agreement",
    "forget_logo",
    "forget_plan",
    "forget_sample",
    "import_settings",
    "join_clients",
    "keep_logo",
    "load",
    "load_clients",
    "load_inbox",
    "load_parked",
    "load_sample",
    "measure",
    "part_clients",
    "plan_done",
    "propose",
    "restore",
    "safe_name",
    "save_catalogue",
    "save_figures",
    "save_plan",
    "save_settings",
    "save_version",
    "set_agreement",
    "undo",
    "upgrade",
    "written_list",
]
