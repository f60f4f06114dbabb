"""Schools of a district, their school years, outside identifiers, and the one tree of areas for needs and services."""
