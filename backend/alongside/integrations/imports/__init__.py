"""Files in: map, check, report each wrong row, then write all or nothing."""
