"""What happened, as steps to play: each noun turns its table into who did what on which day."""
