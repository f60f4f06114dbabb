"""Everybody in the demonstration: who they are, what they do where, since when. All of them are invented."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from .districts import CEDAR, MAIN, TWIN

LONG_AGO: Final = date(2014, 8, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role for a time. `schools` limits it, `partner` is whom a partner's person works for, `employer` who pays."""

    role: str
    title: str
    schools: tuple[str, ...] = ()
    partner: str | None = None
    employer: str | None = None
    district: str = MAIN
    starts_on: date = LONG_AGO
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person; the e-mail address is how they sign in."""

    key: str
    name: str
    email: str
    phone: str | None = None
    held: tuple[Held, ...]


def _office(key: str, name: str, email: str, phone: str, title: str, *roles: str, district: str = MAIN) -> Somebody:
    held = tuple(Held(role=role, title=title, district=district) for role in roles)
    return Somebody(key=key, name=name, email=email, phone=phone, held=held)


def _principal(key: str, name: str, school: str, since: date = LONG_AGO, until: date | None = None) -> Somebody:
    held = Held(role="school_leader", title="Principal", schools=(school,), starts_on=since, ends_on=until)
    return Somebody(key=key, name=name, email=f"{key}.{name.split()[-1].lower()}@schools.example", held=(held,))


DISTRICT_PEOPLE: Final = (
    _office("renee", "Renee Castellano", "district@demo.example.org", "(312) 555-0104",
            "Director, partnership office", "partnership_office", "district_admin"),
    _office("wes", "Wes Tanaka", "wes.tanaka@district.example", "(312) 555-0105",
            "Partnership office", "partnership_office"),
    _office("harold", "Harold Lindqvist", "signatory@demo.example.org", "(312) 555-0106",
            "Chief of schools", "district_signatory"),
    _office("gordon", "Gordon Abara", "legal@demo.example.org", "(312) 555-0107",
            "Law department", "legal_reviewer"),
    _office("paula", "Paula Nystrom", "risk@demo.example.org", "(312) 555-0108",
            "Risk management", "compliance_reviewer"),
    _office("ilse", "Ilse Moreau", "data@demo.example.org", "(312) 555-0109",
            "Data office", "privacy_officer"),
)  # fmt: skip

SCHOOL_PEOPLE: Final = (
    Somebody(key="denise", name="Denise Okafor", email="principal@demo.example.org", phone="(312) 555-0111", held=(
        Held(role="school_leader", title="Principal", schools=("alderbrook",), starts_on=date(2020, 1, 6)),
    )),
    _principal("carla", "Carla Whitfield", "alderbrook", until=date(2020, 1, 5)),
    Somebody(key="marisol", name="Marisol Vega", email="coordinator@demo.example.org", phone="(312) 555-0110", held=(
        Held(role="partnership_coordinator", title="Partnership coordinator", schools=("alderbrook", "fernhollow"),
             employer="riverbend", starts_on=date(2018, 8, 20)),
    )),
    Somebody(key="nora", name="Nora Bell", email="teacher@demo.example.org", held=(
        Held(role="school_staff", title="Teacher, grade 4", schools=("alderbrook",)),
    )),
    Somebody(key="lucia", name="Lucia Ferrer", email="families@demo.example.org", phone="(312) 555-0113", held=(
        Held(role="school_staff", title="Families liaison", schools=("alderbrook",)),
    )),
    Somebody(key="gwen", name="Gwen Sadowski", email="front-office@demo.example.org", phone="(312) 555-0112", held=(
        Held(role="front_office", title="School clerk", schools=("alderbrook",)),
    )),
    _principal("omar", "Omar Haddad", "birchwell"),
    _principal("yvonne", "Yvonne Sirois", "cobbler"),
    _principal("hal", "Hal Brennan", "dunmore"),
    _principal("ruth", "Ruth Delgado", "eastlight"),
    _principal("teodora", "Teodora Ruiz", "foxglove"),
    _principal("peter", "Peter Lund", "granary"),
    _principal("joan", "Joan Mbeki", "hollis"),
    _principal("curtis", "Curtis Vance", "ironbridge"),
    _principal("bea", "Bea Holloway", "juniper"),
    _principal("anselm", "Anselm Grady", "kestrel"),
    _principal("miriam", "Miriam Stroud", "larkspur"),
    _principal("noel", "Noel Castro", "quarry"),
    _principal("georgia", "Georgia Pruitt", "fernhollow"),
    Somebody(key="ike", name="Ike Fontaine", email="ike.fontaine@schools.example", phone="(312) 555-0115", held=(
        Held(role="partnership_coordinator", title="Partnership coordinator",
             schools=("cobbler", "foxglove", "dunmore"), starts_on=date(2017, 8, 21)),
    )),
    Somebody(key="sunita", name="Sunita Rao", email="sunita.rao@schools.example", phone="(312) 555-0116", held=(
        Held(role="partnership_coordinator", title="Partnership coordinator",
             schools=("birchwell", "eastlight", "granary", "hollis", "quarry"), starts_on=date(2016, 8, 22)),
    )),
)  # fmt: skip


def _staff(partner: str, title: str, *roles: str, district: str = MAIN) -> tuple[Held, ...]:
    return tuple(Held(role=role, title=title, partner=partner, district=district) for role in roles)


RIVERBEND_PEOPLE: Final = (
    Somebody(key="tomas", name="Tomas Adeyemi", email="partner@demo.example.org", phone="(312) 555-0142", held=(
        *_staff("riverbend", "Executive director", "partner_admin", "partner_signatory"),
        *_staff("riverbend", "Executive director", "partner_admin", "partner_signatory", district=CEDAR),
        *_staff("riverbend", "Executive director", "partner_admin", "partner_signatory", district=TWIN),
    )),
    Somebody(key="priya", name="Priya Anand", email="priya.anand@riverbend.example", phone="(312) 555-0143", held=(
        *_staff("riverbend", "Site manager", "partner_staff"),
    )),
)  # fmt: skip

OTHER_DISTRICTS: Final = (
    Somebody(key="walt", name="Walt Emery", email="stranger@other.example.org", phone="(630) 555-0129", held=(
        Held(role="partnership_office", title="Community programs", district=CEDAR),
        Held(role="district_admin", title="Community programs", district=CEDAR),
    )),
    _office("edith", "Edith Moran", "edith.moran@cedarcounty.example", "(630) 555-0130",
            "Deputy superintendent", "district_signatory", district=CEDAR),
    Somebody(key="irma", name="Irma Kowal", email="irma.kowal@cedarcounty.example", held=(
        Held(role="school_leader", title="Principal", schools=("millrace",), district=CEDAR),
    )),
    _office("asha", "Asha Pillai", "asha.pillai@twinrivers.example", "(847) 555-0171",
            "Superintendent's office", "partnership_office", district=TWIN),
    _office("lowell", "Lowell Finch", "lowell.finch@twinrivers.example", "(847) 555-0172",
            "Superintendent", "district_signatory", district=TWIN),
    Somebody(key="greta", name="Greta Holm", email="greta.holm@twinrivers.example", held=(
        Held(role="school_leader", title="Principal", schools=("pinesedge",), district=TWIN),
    )),
)  # fmt: skip

PEOPLE: Final = (*DISTRICT_PEOPLE, *SCHOOL_PEOPLE, *RIVERBEND_PEOPLE, *OTHER_DISTRICTS)


def director_of(partner: str, name: str, district: str = MAIN) -> Somebody:
    """The one person of a partner that has no story: runs it, signs for it."""
    email = f"{name.lower().split()[-1]}@{partner}.example"
    held = _staff(partner, "Director", "partner_admin", "partner_signatory", district=district)
    return Somebody(key=f"{partner}-director", name=name, email=email, held=held)
