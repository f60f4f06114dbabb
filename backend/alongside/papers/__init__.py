"""Papers that clear a partner: what a district asks for, what a partner hands in, and who may enter a school."""
