"""The half-sheet: a page of a school that anybody may read and print, of what partner and district made public."""
