"""Partner organizations: prospective → submitted → under review → approved (or declined, suspended, inactive)."""
