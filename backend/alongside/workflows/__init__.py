"""Use cases that write in two features: one file per use case."""
