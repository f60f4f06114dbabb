"""Measures Alongside beside a bare reference and the usual way, in one run on one machine (`make bench`)."""
