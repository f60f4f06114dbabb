"""Data that comes and goes in bulk."""
