"""Alongside on a machine without Docker: a PostgreSQL, a web server, and one command for all."""
