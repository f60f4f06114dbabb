"""An untidy spreadsheet of invented partners, as an office would have grown it over years: to try, and to test with.

Every kind of dirt stands in it on purpose, at places that depend on nothing but the number of partners.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook

HEADER: Final = (
    " Organizaton Name ", "Tax ID", "Org. Type", "Web Site", "Contact", "Contact E-mail", "Contact Phone", "Program ",
    "Focus Area", "Grades", "# of students", "Cost", "School(s)", "MOU start", "MOU  End", "Date signed",
    "Type of agreement", "Charges fee?", "Notes", "Notes",
)  # fmt: skip
_FIRST: Final = (
    "Harborlight", "Quince Street", "Juniper", "Old Mill", "Blue Heron", "Tallgrass", "Copperfield", "Wren & Finch",
    "Sycamore", "Lantern", "Ironwood", "Kestrel", "Marigold", "Northgate", "Orchard", "Pebble Creek", "Riverbend",
    "Saltbox", "Thimble", "Umbrella",
)  # fmt: skip
_SECOND: Final = (
    "Tutoring", "Arts Workshop", "Health Partners", "Robotics", "Food Pantry", "Mentors", "Music School", "Garden Club",
    "Literacy Lab", "Family Center",
)  # fmt: skip
_PEOPLE: Final = (
    "Ana Ruiz",
    "Dana Whitfield",
    "Tomas Adeyemi",
    "Lena Marsh",
    "Grace O’Connor",
    "José Peña",
    "Kim Tran",
)
_TYPES: Final = (
    "Non-profit",
    "501(c)(3)",
    "NONPROFIT ",
    "business",
    "University",
    "City gov't",
    "Church",
    "Museum",
    "N/A",
    "",
)
_GRADES: Final = ("K-5", "6,7,8", "9th-12th", datetime(2019, 6, 8), "PK–3", "Elementary", "TBD", "3 - 5", "all", "-")
_AREAS: Final = ("Tutoring", "tutoring; mentoring", "Mentoring", "", "Unheard of", "Attendance")


def untidy_workbook(schools: Sequence[str], partners: int = 200) -> bytes:
    """A workbook with this many partners at these schools of a district."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Partners 19-20"
    sheet.append(["Community partners, our list (UPDATED!!)"])
    sheet.merge_cells("A1:F1")
    sheet.append(["Ask the office before you change anything", None, datetime(2019, 9, 3)])
    sheet.append([])
    sheet.append(list(HEADER))
    for number in range(partners):
        _partner(sheet, number, schools, partners)
    sheet.append(["Total", partners])
    contacts = workbook.create_sheet("Contacts")
    contacts.append(["Partner", "First name", "Last name", "Title", "Email", "Phone"])
    for number in range(0, partners, 8):
        row = [f"{name_of(number).upper()} ", "Site", f"Lead {number}", "Site coordinator"]
        contacts.append([*row, f"mailto:lead{number}@{_domain(number)}", f"555.301.{number:04d} x{number}"])
    hidden = workbook.create_sheet("old list 2014")
    hidden.sheet_state = "hidden"
    hidden.append(["Organization", "Phone"])
    hidden.append(["Do Not Call Us Any More", "555-000-0000"])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def name_of(number: int) -> str:
    """The invented organization of this number."""
    series = "" if number < 200 else f" {number // 200 + 1}"
    return f"{_FIRST[number % 20]} {_SECOND[(number // 20 + number) % 10]}{series}"


def _domain(number: int) -> str:
    return f"partner{number}.example.org"


def _ein(number: int) -> Any:
    plain = 120_000_000 + number * 1_117
    written = f"{plain}"[:2] + "-" + f"{plain}"[2:]
    forms: tuple[Any, ...] = (written, plain, f"EIN {written}", f" {written}\u00a0", None, "n/a", 10_000_000 + number)
    return forms[number % len(forms)]


def _partner(sheet: Any, number: int, schools: Sequence[str], partners: int) -> None:
    name = name_of(number)
    row = [
        _untidy_name(name, number), _ein(number), _TYPES[number % 10], _website(number), _contact(number),
        _email(number), _phone(number), _program(number), _AREAS[number % 6], _GRADES[number % 10],
        _students(number), _cost(number), _schools(number, schools), *_dates(number), _agreement(number),
        ("Y", "no", "X", "", "N/A", "Sí")[number % 6],
        _note(number), None,
    ]  # fmt: skip
    sheet.append(row)
    if number % 25 == 3:
        # the same partner over two lines, its name in one merged cell
        second = list(row)
        second[0], second[7], second[1] = None, "Summer program", None
        second[13], second[14] = "6/15/2020", "8/1/2020"
        sheet.append(second)
        sheet.merge_cells(start_row=sheet.max_row - 1, end_row=sheet.max_row, start_column=1, end_column=1)
    if number % 40 == 7:
        sheet.append([None])
        sheet.append(list(HEADER))
    if number % 50 == 11:
        sheet.append([f"{name.replace('r', 'rr', 1)}, Inc.", None, *row[2:7], "Second spelling"])
    if number % 60 == 13:
        # the same line again
        sheet.append(list(row))
    if number == partners - 1:
        sheet.append(["", None, None, None, "Nobody's contact", "nobody@example.org"])
        sheet.append(['=HYPERLINK("http://example.org","Click")'])
        sheet.cell(sheet.max_row, 1).data_type = "s"


def _untidy_name(name: str, number: int) -> str:
    forms = (name, f"  {name} ", f"{name}\u00a0", name.replace("&", "and"), f"The {name}", f"{name}, Inc.", f"“{name}”")
    return forms[number % len(forms)]


def _website(number: int) -> Any:
    forms = (f"www.{_domain(number)}", f"https://{_domain(number)}/", "", "TBD", f"{_domain(number)}", "ask them")
    return forms[number % len(forms)]


def _contact(number: int) -> Any:
    one, two = _PEOPLE[number % 7], _PEOPLE[(number + 3) % 7]
    forms = (one, f"{one}; {two}", f"{one}\n{two}", "Ruiz, Ana", "-", f"{one} & {two}", f"{one} <x@{_domain(number)}>")
    return forms[number % len(forms)]


def _email(number: int) -> Any:
    domain = _domain(number)
    forms = (f"a@{domain}", f"a@{domain}; b@{domain}", f"mailto:A@{domain}", f"<a@{domain}>", f"info@{domain}",
             f"a@{domain}, b@{domain}", "none", "a at example dot org")  # fmt: skip
    return forms[number % len(forms)]


def _phone(number: int) -> Any:
    tail = f"{number + 100:04d}"
    forms = (f"(555) 201-{tail}", f"555.201.{tail}", f"555-201-{tail} ext. 12", f"+1 555 201 {tail}",
             int(f"555201{tail}"), f"555-201-{tail} x7", "call the school", "?", f"Cell: 555 201 {tail}")  # fmt: skip
    return forms[number % len(forms)]


def _program(number: int) -> Any:
    return ("After School Reading", "Saturday  Studio", "", "Reading “Together”", "Peer Mentors")[number % 5]


def _students(number: int) -> Any:
    return (45, "~30", "1,200", "25 students", "", "50%", "lots")[number % 7]


def _cost(number: int) -> Any:
    return ("$1,250.00", 0, "free", "USD 300", "$2,000/yr", "", "10%", 99.5)[number % 8]


def _schools(number: int, schools: Sequence[str]) -> Any:
    if number % 9 == 5:
        return ("All Schools", "all", "District-wide")[number % 3]
    one, two = schools[number % len(schools)], schools[(number + 1) % len(schools)]
    forms = (one, one.upper(), f"{one}; {two}", f"{one}\n{two}", one.replace("School", "Sch."),
             one.replace("e", "ee", 1), f" {one} ", f"{one} / {two}")  # fmt: skip
    return forms[number % len(forms)]


def _dates(number: int) -> tuple[Any, Any, Any]:
    starts, ends = date(2019, 7, 1) + timedelta(days=number % 60), date(2020, 6, 30) - timedelta(days=number % 40)
    signed = starts - timedelta(days=20)
    serial = (starts - date(1899, 12, 30)).days
    forms: tuple[tuple[Any, Any, Any], ...] = (
        (datetime.combine(starts, datetime.min.time()), datetime.combine(ends, datetime.min.time()), None),
        (
            f"{starts.month}/{starts.day}/{starts.year}",
            f"{ends.month}/{ends.day}/{ends.year % 100}",
            signed.isoformat(),
        ),
        (serial, ends.strftime("%B %d, %Y"), "unknown"),
        ("2019-2020", "2019-20", "TBD"),
        (starts.strftime("%b %d %Y"), "Present", signed.isoformat()),
        (starts.isoformat(), "June 2020", ""),
        ("SY 2019-2020", f"{ends.month}-{ends.day}-{ends.year}", f"{signed.month}/{signed.day}/{signed.year}"),
        (ends.isoformat(), starts.isoformat(), ""),
        ("", "", ""),
    )
    return forms[8 if number % 11 == 0 else number % 8 if number % 16 != 7 else 6]


def _agreement(number: int) -> Any:
    if number % 11 == 0:
        return ""
    return ("MOU", "M.O.U.", "Memorandum of Understanding", "contract", "", "SPA", "yes")[number % 7]


def _note(number: int) -> Any:
    return ("", "call first", "=1+1", "- see file", "ok 👍")[number % 5]
