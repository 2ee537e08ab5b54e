"""The weekly report: a page to read and print, a workbook to go on with, and what the mail says."""

from dashboard.documents.weekly.facts import Weekly
from dashboard.documents.weekly.report import page, sentences, subject, warnings
from dashboard.documents.weekly.sheet import workbook

__all__ = ["Weekly", "page", "sentences", "subject", "warnings", "workbook"]
