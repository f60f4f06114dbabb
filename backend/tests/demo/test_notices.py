"""What the demonstration's people find when they sign in: notices true to their role and to the pinned day."""

from datetime import date

import pytest

from alongside.demo.content.cast import everybody
from alongside.demo.content.districts import MAIN, TODAY
from alongside.demo.content.sign_ins import SIGN_INS
from tests.demo.scene import Demonstration

pytestmark = pytest.mark.timeout(300)

LENT = {"lucia": {"school_to_confirm"}}
PEOPLE = {person.key: person for person in everybody()}


@pytest.mark.parametrize("who", [each.who for each in SIGN_INS if each.who in PEOPLE])
async def test_each_sign_in_has_the_notices_of_their_role(demonstration: Demonstration, who: str) -> None:
    person = PEOPLE[who]
    http = await demonstration.sign_in(person.email)
    found = await demonstration.all_of(http, "me/notices")
    offered = {each["kind"] for each in (await http.get("/api/v1/me/notice-preferences")).json()["items"]}
    # whoever stands in for a principal is told what waits for her; that is lent for a time and not theirs to choose
    assert {each["kind"] for each in found} <= offered | LENT.get(who, set())
    assert [each["created_at"] for each in found] == sorted((each["created_at"] for each in found), reverse=True)
    for each in found:
        assert "2019-11-28" <= each["created_at"][:10] <= TODAY.isoformat()
        if each["on"] is not None:
            given_on = date.fromisoformat(each["created_at"][:10])
            assert (date.fromisoformat(each["on"]) - given_on).days == each["days_left"]
        assert "None" not in each["words"]
        assert "{" not in each["words"]


async def test_the_story_left_notices_unread_reminders_and_letters(demonstration: Demonstration) -> None:
    rows = await demonstration.rows(
        "select kind, count(*) as n, count(*) filter (where read_at is null) as unread from notice group by kind"
    )
    given = {row["kind"]: row["n"] for row in rows}
    assert given.get("agreement_ending", 0) > 0
    assert len(given) >= 6
    assert 0 < sum(row["unread"] for row in rows) < sum(given.values())
    empty = await demonstration.rows(
        "select 1 from notice_mail m where not exists (select 1 from notice n where n.mail_id = m.id)"
    )
    assert empty == []
    twice = await demonstration.rows(
        "select 1 from reminder where is_sent group by object_type, object_id, ends_on, days having count(*) > 1"
    )
    assert twice == []


async def test_a_demonstration_s_mailbox_opens_for_its_reader(demonstration: Demonstration) -> None:
    http = await demonstration.sign_in(PEOPLE[SIGN_INS[0].who].email, MAIN)
    answer = await http.get("/api/v1/me/mailbox")
    assert answer.status_code == 200
