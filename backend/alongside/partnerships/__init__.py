"""A program at a school: exploring → planning → ready check → active (↔ paused) → ended."""
