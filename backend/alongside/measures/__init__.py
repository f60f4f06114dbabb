"""What is measured about schools: definitions, published values, student counts, and what must be hidden."""
