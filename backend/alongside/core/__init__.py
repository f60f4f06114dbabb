"""What every feature stands on: settings, data, rendering, errors, lists, edits, retries and the log."""
