"""Deciding by link: what waits for a person's word, answered from one e-mail; and who stands in for a principal."""
