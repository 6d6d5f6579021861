"""Background work: the ledger, its states in any order, the broom, the page of a run."""
