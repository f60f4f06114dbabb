"""A partner's own record, carried from one district to another as a pack that the partner owns."""
