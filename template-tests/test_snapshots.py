"""Lambda deletes the snapshot of a Java function that nobody has invoked for 14 days, and refuses the next call while it takes
another: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html#snapstart-function-states"""

import json
import re

from deployment import TEMPLATE, folder_of

DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1}


def days_between_runs(expression):
    """The days between two runs. The only cron expression known here runs hourly."""
    if expression.startswith("cron"):
        assert expression == "cron(0 * ? * * *)"
        return DAYS["hour"]
    count, unit = re.fullmatch(r"rate\((\d+) (minute|hour|day)s?\)", expression).groups()
    return int(count) * DAYS[unit]


def schedules(deployed):
    return deployed.of_type("AWS::Scheduler::Schedule").values()


def test_a_schedule_invokes_every_function_with_a_snapshot_at_least_once_a_week(deployed):
    invoked = {
        deployed.function_started_by(schedule["Target"]["Arn"])
        for schedule in schedules(deployed)
        if days_between_runs(schedule["ScheduleExpression"]) <= 7 and schedule.get("State", "ENABLED") == "ENABLED"
    }
    assert invoked == {name for name, f in deployed.functions.items() if f["SnapStart"] == {"ApplyOn": "PublishedVersions"}}


def test_a_call_that_only_keeps_a_snapshot_is_the_sample_event_that_has_no_effect(deployed):
    """`EventsTest` passes these events to the functions."""
    keeping = [s for s in schedules(deployed) if s["Target"]["RoleArn"] == {"Fn::GetAtt": ["KeepReadyRole", "Arn"]}]
    assert len(keeping) == len(deployed.functions) - 2
    for schedule in keeping:
        function = deployed.function_started_by(schedule["Target"]["Arn"])
        sample = TEMPLATE.parent / "events" / f"{folder_of(function)}-keep-ready.json"
        assert json.loads(schedule["Target"]["Input"]) == json.loads(sample.read_text()), function
