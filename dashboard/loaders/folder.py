"""Documents built: one for everybody, one for a client, or those of all clients in one archive."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard import documents
from dashboard.digest import hiring_case
from dashboard.documents import Matter, apart, file_name, hiring, premium
from dashboard.documents import report as client_report
from dashboard.loaders.desk import Scenario, answers, desk
from dashboard.loaders.documents import matter, sender
from dashboard.loaders.plans import measured
from dashboard.loaders.reviews import review
from pipelines.errors import TurnaroundError

REPORT = "report"
FIGURES = "letter"
HIRING = "hiring"
PREMIUM = "premium"
ALL_KINDS = (*documents.KINDS, REPORT)


def document(kind: str, version: str, client: str | None = None) -> bytes:
    """One document as a file; a client report needs a client, and no version."""
    if kind == REPORT:
        return client_report.build(review(client or ""))
    return documents.KINDS[kind].build(_matter(kind, version, client))


def hiring_document() -> bytes:
    """The hiring case of today's desk, which may take half a minute to learn; where it can't be, it says why."""
    try:
        learnt = desk()
    except TurnaroundError as error:
        return hiring.build(hiring.HiringCase(sender(), why=str(error)))
    case = hiring_case.unusable(sender(), learnt)
    if case is None:
        *_, found = answers(Scenario())
        case = hiring_case.case(sender(), learnt, found, measured())
    return hiring.build(case)


def document_name(kind: str, version: str, client: str | None = None) -> str:
    """The name of its file, such as "schedule-2026-06-01-Alder-Dental.docx"."""
    parts = [kind] if kind == REPORT else [kind, version]
    return f"{file_name(*parts, *([client] if client else []))}.docx"


def named_documents(
    kinds: Sequence[str], version: str, clients: Iterable[str | None], unsold: list[str | None] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Each document with its name; those of clients in folders of their own.

    unsold: takes those whom Premium Response gives nothing faster, and who get no clause; without it that is refused.
    """
    told = list(clients)
    folders = apart([file_name(client) if client else "" for client in told])
    for client, folder in zip(told, folders, strict=True):
        for kind in kinds:
            if client is None and kind == REPORT:
                continue
            if kind == PREMIUM and unsold is not None and not premium.faster(matter(version, client)):
                unsold.append(client)
                continue
            name = document_name(kind, version, client)
            yield (f"{folder}/{name}" if client else name), document(kind, version, client)


def _matter(kind: str, version: str, client: str | None) -> Matter:
    return matter(version, client, figures=kind == FIGURES)
