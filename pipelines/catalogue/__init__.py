"""The service catalogue: which line a ticket tool's category leads to, and what the owner said about it."""

from pipelines.catalogue.words import NOT_YET, Catalogue, Placed, read_catalogue

__all__ = ["NOT_YET", "Catalogue", "Placed", "read_catalogue"]
