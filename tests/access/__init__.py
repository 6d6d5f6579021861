"""Who may do what, at every address: the table, the house it is asked of, and the asking."""
