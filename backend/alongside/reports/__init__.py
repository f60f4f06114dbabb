"""Read-only pages across features: home, thread."""
