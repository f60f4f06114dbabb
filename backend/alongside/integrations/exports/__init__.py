"""Files out: streamed at the speed of COPY, in constant memory, safe to open in a spreadsheet."""
