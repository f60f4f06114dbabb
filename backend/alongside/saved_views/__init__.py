"""Questions to a list that somebody keeps under a name: their own, or shared with everyone of the office."""
