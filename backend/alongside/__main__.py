"""`python -m alongside`."""

from .cli import main

main()
