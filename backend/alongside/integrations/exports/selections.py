"""What each export selects: the directory, and observations as the caller may see them (the guarded view)."""

from typing import Final

from alongside.integrations.spreadsheet import escaped

_KEY: Final = """
left join lateral (
  select i.value from school_identifier i where i.tenant_id = $1 and i.school_id = s.id
  order by i.system <> 'local', i.system, i.value limit 1
) as key on true"""
_TEXTS: Final = (
    "name", "legal_name", "level", "category", "address", "city", "state", "postal_code", "phone", "website",
    "network", "school_hours", "after_school_hours", "status",
)  # fmt: skip
_LISTS: Final = ("grades", "languages_taught")


def _safe(expression: str, name: str) -> str:
    return f"{escaped(expression)} as {name}"


SCHOOLS: Final = f"""
select s.id, {_safe("key.value", "local_id")}, {", ".join(_safe(f"s.{name}", name) for name in _TEXTS)},
       {", ".join(_safe(f"array_to_string(s.{name}, ',')", name) for name in _LISTS)},
       s.latitude, s.longitude, s.is_title_one, s.updated_at
from school s {_KEY}
where s.tenant_id = $1
order by s.name, s.id
"""
"""Every school of the tenant."""

OBSERVATIONS: Final = f"""
select g.school_id, {_safe("key.value", "school_local_id")}, {_safe("s.name", "school")}, m.key as measure,
       {_safe("m.name", "measure_name")}, m.unit, g.period, g.group_key as "group", g.value,
       {_safe("g.value_text", "text")}, g.numerator, g.denominator, g.hidden is not null as suppressed,
       g.hidden as reason, {_safe("g.source", "source")}, g.as_of_on
from observation_guarded g
join measure m on m.tenant_id = $1 and m.id = g.measure_id
left join school s on s.tenant_id = $1 and s.id = g.school_id {_KEY}
where g.tenant_id = $1 and (m.is_for_partners or not $2::boolean)
"""
"""Every observation; `$2` says that partners are to read it. The district's own have no school."""
