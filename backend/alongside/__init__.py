"""Alongside: school-community partnerships, from a school's need to a measured result."""

__version__ = "0.1.0"
