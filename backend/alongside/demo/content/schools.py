"""Invented names for the schools that carry stories; the records keep their published names beside them."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from .districts import CEDAR, TWIN


@dataclass(frozen=True, slots=True)
class StorySchool:
    """A school of the records by its published id, and what it is called on screen."""

    key: str
    local_id: str
    name: str


STORY_SCHOOLS: Final = (
    StorySchool("alderbrook", "610313", "Alderbrook School"),
    StorySchool("birchwell", "609797", "Birchwell School"),
    StorySchool("cobbler", "610293", "Cobbler Street School"),
    StorySchool("dunmore", "610044", "Dunmore Park School"),
    StorySchool("eastlight", "609907", "Eastlight Academy"),
    StorySchool("foxglove", "610133", "Foxglove School"),
    StorySchool("granary", "609854", "Granary School"),
    StorySchool("hollis", "610123", "Hollis Point School"),
    StorySchool("ironbridge", "609954", "Ironbridge School"),
    StorySchool("juniper", "610202", "Juniper Court School"),
    StorySchool("kestrel", "610194", "Kestrel Park School"),
    StorySchool("larkspur", "610056", "Larkspur School"),
    StorySchool("quarry", "610100", "Quarry Hill School"),
    StorySchool("fernhollow", "609708", "Fernhollow High School"),
    StorySchool("wharf", "610506", "Wharf Street High School"),
)

MERGED: Final = ("wharf", "fernhollow")
MERGED_ON: Final = date(2019, 7, 1)
"""A school without students since it was merged, and the school that took them in."""

WITHOUT_PARTNER: Final = frozenset(
    {"609682", "609733", "609845", "609983", "610048", "610077", "610093", "610102", "610237", "610252", "610305",
     "610323"}
)  # fmt: skip
"""Twelve schools, by their published ids, that no partner works with."""


@dataclass(frozen=True, slots=True)
class InventedSchool:
    """A school of a district that is invented altogether."""

    district: str
    key: str
    local_id: str
    name: str
    level: str
    grades: tuple[str, ...]
    address: str
    city: str
    postal_code: str
    phone: str
    school_hours: str


_K5 = ("K", "1", "2", "3", "4", "5")
_K8 = (*_K5, "6", "7", "8")

INVENTED_SCHOOLS: Final = (
    InventedSchool(CEDAR, "millrace", "C-101", "Millrace Elementary", "elementary", _K5, "40 Millrace Lane",
                   "Cedar Falls Township", "60999", "(630) 555-0101", "8:30 am to 3:15 pm"),
    InventedSchool(CEDAR, "nettle", "C-102", "Nettle Creek Elementary", "elementary", _K5, "118 Creek Road",
                   "Cedar Falls Township", "60999", "(630) 555-0102", "8:30 am to 3:15 pm"),
    InventedSchool(CEDAR, "orchard", "C-103", "Orchard Row Elementary", "elementary", _K5, "7 Orchard Row",
                   "Cedar Falls Township", "60999", "(630) 555-0103", "8:30 am to 3:15 pm"),
    InventedSchool(CEDAR, "rushford", "C-201", "Rushford Middle School", "middle", ("6", "7", "8"), "300 Rushford Road",
                   "Cedar Falls Township", "60999", "(630) 555-0104", "8:00 am to 2:50 pm"),
    InventedSchool(TWIN, "pinesedge", "T-01", "Pinesedge School", "k8", _K8, "12 Pinesedge Drive",
                   "Twin Rivers", "60998", "(847) 555-0101", "8:15 am to 3:00 pm"),
    InventedSchool(TWIN, "quillfeather", "T-02", "Quillfeather School", "k8", _K8, "88 Quill Street",
                   "Twin Rivers", "60998", "(847) 555-0102", "8:15 am to 3:00 pm"),
    InventedSchool(TWIN, "sandbar", "T-03", "Sandbar High School", "high", ("9", "10", "11", "12"), "1 River Walk",
                   "Twin Rivers", "60998", "(847) 555-0103", "7:50 am to 2:40 pm"),
)  # fmt: skip
