"""Reading the log: the history of a record."""
