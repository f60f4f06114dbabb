"""The demonstration district: published school records with invented people and partners."""
