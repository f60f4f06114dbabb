"""What schools need: draft → collecting → analyzing → prioritizing → submitted → approved → published."""
