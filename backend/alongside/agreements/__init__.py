"""What both sides promised: draft → submitted → in review → approved → out for signature → executed."""
