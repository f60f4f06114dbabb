"""Alongside: school-community partnerships, from a school's need to a measured result."""
