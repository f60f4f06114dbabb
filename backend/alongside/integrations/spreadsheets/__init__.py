"""An office's own spreadsheet: upload, match columns, see what is wrong and what may be twice, commit."""
