"""What the demonstration does not tell: hidden numbers, other districts, and passwords in production."""

from secrets import token_urlsafe
from typing import Any

import httpx
import pytest
import typer.testing

from alongside import cli
from alongside.core.settings import Settings
from alongside.demo import command
from alongside.demo.content.districts import MAIN, TODAY
from alongside.demo.content.sign_ins import API_KEY, CLIENT_ID, CLIENT_SECRET
from alongside.demo.machines import READS
from tests.demo.scene import Demonstration

pytestmark = pytest.mark.timeout(300)


def counts_in(answer: Any) -> list[dict[str, Any]]:
    """Every guarded count in an answer, however deep it stands."""
    if isinstance(answer, list):
        return [found for each in answer for found in counts_in(each)]
    if not isinstance(answer, dict):
        return []
    own = [answer] if {"value", "suppressed", "reason"} <= answer.keys() else []
    return own + [found for each in answer.values() for found in counts_in(each)]


async def test_a_partner_sees_no_small_group_of_any_school_with_a_story(demonstration: Demonstration) -> None:
    partner = await demonstration.sign_in("partner@demo.example.org", MAIN)
    hidden = 0
    for row in await demonstration.rows("select id from school where phone like '%555-01%'"):
        students = (await partner.get(f"/api/v1/schools/{row['id']}/students")).json()
        for count in counts_in(students):
            hidden += count["suppressed"]
            assert count["value"] is None if count["suppressed"] else not 0 < count["value"] < 10, count
    assert hidden > 30


async def test_a_partner_sees_no_school_s_own_result_that_is_hidden_from_the_office(
    demonstration: Demonstration,
) -> None:
    """Another school's principal sees the pooled total and her own school's number, no other."""
    rows = await demonstration.rows("select id from target where name = 'Reading on grade level'")
    for email in ("district@demo.example.org", "principal@demo.example.org"):
        client = await demonstration.sign_in(email)
        shown = [
            each["school"]["name"]
            for each in await demonstration.all_of(client, f"results?target={rows[0]['id']}")
            if not each["figure"]["suppressed"]
        ]
        assert set(shown) == (set() if email.startswith("district") else {"Alderbrook School"})


async def test_another_partner_sees_nothing_of_a_target_that_is_not_theirs(demonstration: Demonstration) -> None:
    rows = await demonstration.rows("select id from target where name = 'Reading on grade level'")
    rival = await demonstration.sign_in("sato@kindling.example")
    assert (await rival.get(f"/api/v1/targets/{rows[0]['id']}")).status_code == 404


async def test_the_stranger_sees_nothing_of_the_main_district(demonstration: Demonstration) -> None:
    stranger = await demonstration.sign_in("stranger@other.example.org")
    (school,) = await demonstration.rows("select id from school where name = 'Alderbrook School'")
    assert (await stranger.get(f"/api/v1/schools/{school['id']}")).status_code == 404
    assert {each["slug"] for each in (await stranger.get("/api/v1/me")).json()["tenants"]} == {"cedar-county"}


@pytest.mark.parametrize("who", ["district", "signatory", "principal", "coordinator", "teacher", "partner", "legal",
                                 "risk", "data", "families", "front-office"])  # fmt: skip
async def test_everybody_who_is_told_about_can_sign_in(demonstration: Demonstration, who: str) -> None:
    client = await demonstration.sign_in(f"{who}@demo.example.org")
    me = (await client.get("/api/v1/me")).json()
    assert (me["tenant"]["slug"], me["tenant"]["is_demonstration"], me["tenant"]["today"]) == (
        MAIN, True, TODAY.isoformat(),
    )  # fmt: skip


async def test_the_machine_gets_a_token_and_the_key_reads(demonstration: Demonstration) -> None:
    answer = await demonstration.client().post(
        "/oauth/token", data={"grant_type": "client_credentials"}, auth=httpx.BasicAuth(CLIENT_ID, CLIENT_SECRET)
    )
    assert answer.status_code == 200, answer.text
    machine = demonstration.client(Authorization=f"Bearer {answer.json()['access_token']}")
    assert (await machine.get("/api/v1/schools?limit=1")).status_code == 200
    reader = demonstration.client(Authorization=f"Bearer {API_KEY}")
    assert (await reader.get("/api/v1/partners?limit=1")).status_code == 200
    assert all(scope.value.endswith(":read") for scope in READS)


async def test_history_says_who_did_it_on_the_day_it_happened(demonstration: Demonstration) -> None:
    rows = await demonstration.rows(
        "select l.kind, p.name, (l.at at time zone 'America/Chicago')::timestamp(0) as at from log l "
        "join person p on p.id = l.person_id join agreement a on a.tenant_id = l.tenant_id and a.id = l.object_id "
        "where a.title like 'Afternoon mentoring%' order by l.at, l.seq"
    )
    told = [(row["kind"], row["name"], f"{row['at']:%b %d %H:%M}") for row in rows]
    assert told[0] == ("agreement.drafted", "Dana Fitch", "Jan 08 10:02")
    assert told[-1] == ("agreement.school_declined", "Joan Mbeki", "Jan 24 16:12")


async def test_no_row_of_the_story_was_changed_after_the_day_of_the_demonstration(demonstration: Demonstration) -> None:
    for table in ("partner", "program", "need", "needs_assessment", "agreement", "partnership", "target", "result"):
        (row,) = await demonstration.rows(
            f"select count(*) as n from {table} where (updated_at at time zone 'America/Chicago')::date > $1", TODAY
        )
        assert row["n"] == 0, table
    (row,) = await demonstration.rows(
        "select count(*) as n from log where kind <> 'person.signed_in' and kind not like 'credential.%' "
        "and (at at time zone 'America/Chicago')::date > $1", TODAY
    )  # fmt: skip
    assert row["n"] == 0


async def test_loading_twice_changes_nothing(demonstration: Demonstration) -> None:
    counting = "select count(*) as n, max(xid::text::bigint) as last from log"
    before = await demonstration.rows(counting)
    said = await command.bring(demonstration.settings, anew=False)
    assert said == "The demonstration is there already"
    assert await demonstration.rows(counting) == before


async def test_the_schools_may_be_imported_again_without_losing_their_names(demonstration: Demonstration) -> None:
    from alongside.demo.scenes.schools import AS_IT_IS, DATA
    from alongside.integrations.imports.command import find_command_line
    from alongside.integrations.imports.mapping import read_schools_mapping
    from alongside.integrations.imports.service import import_schools

    database = demonstration.app.state.database
    mapping = read_schools_mapping((DATA / "profiles_2018-19.toml").read_bytes())
    caller = await find_command_line(database, MAIN)
    with (DATA / "school_profiles_2018-19.csv").open("rb") as file:
        report = await import_schools(database, caller, file, mapping, AS_IT_IS)
    assert report.schools is not None
    assert (report.outcome, report.schools.updated) == ("unchanged", 0)


def test_production_refuses_the_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    production = Settings(ALONGSIDE_ENV="production", secret_key=token_urlsafe(32))  # type: ignore[arg-type]
    monkeypatch.setattr(cli, "settings", lambda: production)
    answer = typer.testing.CliRunner().invoke(cli.app, ["demo", "--if-empty"])
    assert answer.exit_code == 2
    assert "does not belong in production" in answer.output


def test_the_sign_ins_are_told_with_their_password() -> None:
    answer = typer.testing.CliRunner().invoke(cli.app, ["demo", "--sign-ins"])
    assert answer.exit_code == 0
    for said in ("district@demo.example.org", "stranger@other.example.org", "alongside-demo", "demo-district",
                 "alongside-demo-secret", API_KEY, "School figures are published records"):  # fmt: skip
        assert said in answer.output
