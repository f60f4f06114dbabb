"""Who people and machines are, in which district or network, and what they may do there."""
