"""The store: generations, ledger, load and the current tickets derived from what was accepted."""
