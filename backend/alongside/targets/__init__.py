"""Performance targets and results: draft → proposed → agreed → open → closed."""
