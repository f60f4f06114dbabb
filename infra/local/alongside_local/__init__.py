"""What a developer's machine needs to run Alongside without Docker: a PostgreSQL, a web server and one command that starts it all."""
