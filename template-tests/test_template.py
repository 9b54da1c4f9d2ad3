"""Checks what linters miss: each test checks a property of the template, with and without an external issuer."""

import json
import re
from graphlib import TopologicalSorter
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest
from deployment import ONLY_REQUIRED, OWN_ISSUER, TEMPLATE, Deployment, expanded, folder_of, listed, may, source

ROOT = TEMPLATE.parent
TABLE = {"Fn::GetAtt": ["Table", "Arn"]}
FUNCTIONS = {
    "PlacementIntake", "RepNotification", "DeliveryFeedback", "DeadlineCheck",
    "RepResponse", "Directory", "WeeklyAudit", "AuditPages", "PageReader",
}  # fmt: skip
BEHIND_THE_API = {"PlacementIntake", "RepResponse", "Directory", "AuditPages"}
ASYNCHRONOUS = {"DeadlineCheck", "WeeklyAudit"}
REWRITING = [
    "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
    "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete",
]  # fmt: skip
ROUTES = {
    "GET /": "PlacementIntake",
    "HEAD /": "PlacementIntake",
    "GET /health": "PlacementIntake",
    "HEAD /health": "PlacementIntake",
    "$default": "PlacementIntake",
    "GET /openapi.yaml": "PlacementIntake",
    "GET /settings.json": "PlacementIntake",
    "GET /sending": "Directory",
    "POST /sending/resume": "Directory",
    "POST /sending/stop": "Directory",
    "POST /people/deletion": "Directory",
    "POST /people/working": "Directory",
    "GET /assets/{version}/{file}": "PlacementIntake",
    "POST /placements": "PlacementIntake",
    "GET /placements": "PlacementIntake",
    "GET /placements/{id}": "PlacementIntake",
    "PUT /placements/import": "PlacementIntake",
    "GET /r/{token}": "RepResponse",
    "GET /placements/{id}/kit": "PlacementIntake",
    "GET /audit/sequences": "AuditPages",
    "POST /placements/{id}/withdrawal": "PlacementIntake",
    "POST /placements/{id}/publication": "PlacementIntake",
    "POST /placements/{id}/exemption": "PlacementIntake",
    "POST /placements/{id}/sequence": "PlacementIntake",
    "POST /placements/{id}/shelf-life": "PlacementIntake",
    "POST /placements/{id}/forwardability": "PlacementIntake",
    "POST /placements/{id}/correction": "PlacementIntake",
    "POST /placements/{id}/retraction": "PlacementIntake",
    "POST /placements/{id}/copies": "PlacementIntake",
    "POST /placements/{id}/resend": "PlacementIntake",
    "POST /placements/{id}/preview": "PlacementIntake",
    "POST /placements/lookup": "PlacementIntake",
    "POST /placements/preview": "PlacementIntake",
    "POST /placements/preview/mail": "PlacementIntake",
    "HEAD /r/{token}": "RepResponse",
    "POST /r/{token}": "RepResponse",
    "GET /directory/{list}": "Directory",
    "PUT /directory/{list}": "Directory",
    "POST /spreadsheets": "Directory",
    "GET /audit/last": "AuditPages",
    "GET /audit/weeks/{week}": "AuditPages",
    "GET /audit/quarter": "AuditPages",
    "GET /audit/link": "AuditPages",
    "GET /audit/export": "AuditPages",
    "GET /r/audit/{token}": "AuditPages",
    "HEAD /r/audit/{token}": "AuditPages",
}
SIGNED_IN = {"ROLES_CLAIM", "REQUIRE_VERIFIED_EMAIL"}
VARIABLES = {
    "PlacementIntake": {"BUS_NAME", "PAGE_READER", "COMPANY_COLOR", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_ORIGINS"} | SIGNED_IN,
    "RepNotification": {
        "PING_QUEUE_URL", "PING_DLQ_URL", "CONFIGURATION_SET", "FROM_ADDRESS", "BASE_URL", "LINK_KEY_SECRET", "SENDERS",
        "COMPANY_COLOR", "METRICS_NAMESPACE",
    },
    "DeliveryFeedback": {"PING_QUEUE_URL"},
    "DeadlineCheck": {"BUS_NAME", "PING_QUEUE_URL", "METRICS_NAMESPACE"},
    "RepResponse": {"LINK_KEY_SECRET", "PING_QUEUE_URL", "COMPANY_COLOR"},
    "Directory": {"PING_QUEUE_URL"} | SIGNED_IN,
    "WeeklyAudit": {"CONFIGURATION_SET", "FROM_ADDRESS", "BASE_URL", "LINK_KEY_SECRET", "COMPANY_COLOR"},
    "AuditPages": {"LINK_KEY_SECRET", "COMPANY_COLOR"} | SIGNED_IN,
    "PageReader": {"FROM_ADDRESS"},
}  # fmt: skip
PARTITIONS = {
    "PlacementIntake": {"PLACEMENT#", "PLACEMENTS", "RESPONSES#", "STORY#", "IDEMPOTENCY#", "PERSON#", "HISTORY#", "TEST#"},
    "RepNotification": {"PLACEMENT#", "LEDGER#", "HISTORY#", "SENDING"},
    "DeliveryFeedback": {"PLACEMENT#", "LEDGER#", "HISTORY#", "MAILBOX", "SENDING"},
    "DeadlineCheck": {"PLACEMENT#", "LEDGER#", "HISTORY#"},
    "RepResponse": {"RESPONSES#", "ACKNOWLEDGED#", "HISTORY#", "PERSON#"},
    "Directory": {"DIRECTORY#", "PERSON#", "HISTORY#", "MAILBOX", "SENDING", "RESPONSES#"},
    "WeeklyAudit": {"AUDIT#", "LEDGER#"},
    "AuditPages": {"PERSON#", "HISTORY#"},
    "PageReader": set(),
}


# Functions


def test_there_are_nine_functions(deployed):
    assert deployed.functions.keys() == FUNCTIONS


def test_each_function_runs_on_java_25_from_its_own_folder(deployed):
    for name, function in deployed.functions.items():
        folder = folder_of(name)
        package = folder.replace("-", "")
        assert function["Runtime"] == "java25"
        assert function["Handler"] == f"app.prtosales.functions.{package}.{name}Handler"
        assert source()["Resources"][name]["Properties"]["CodeUri"] == f"functions/{folder}/target/lambda"
        assert source()["Resources"][name]["Metadata"]["SkipBuild"] is True


def test_each_function_starts_from_a_snapshot_behind_the_alias_live(deployed):
    aliases = {deployed.named_by(a["FunctionName"]): a["Name"] for a in deployed.of_type("AWS::Lambda::Alias").values()}
    assert aliases == dict.fromkeys(FUNCTIONS, "live")
    for function in deployed.functions.values():
        assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}


def test_every_trigger_of_a_function_starts_its_alias(deployed):
    for schedule in deployed.of_type("AWS::Scheduler::Schedule").values():
        deployed.function_started_by(schedule["Target"]["Arn"])
    for mapping in deployed.of_type("AWS::Lambda::EventSourceMapping").values():
        deployed.function_started_by(mapping["FunctionName"])
    for permission in deployed.of_type("AWS::Lambda::Permission").values():
        deployed.function_started_by(permission["FunctionName"])
    for operation in deployed.routes.values():
        assert deployed.function_behind(operation) in FUNCTIONS


def test_each_function_compiles_with_c1_only_and_collects_no_garbage_while_it_starts(deployed):
    for function in deployed.functions.values():
        assert {"-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=64m"} <= options_of(function)


def test_no_function_wakes_up_with_the_addresses_of_hosts_from_when_its_snapshot_was_taken(deployed):
    """https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html#snapstart-networking"""
    for function in deployed.functions.values():
        assert "-Dsun.net.inetaddr.ttl=0" in options_of(function)


def options_of(function):
    return set(function["Environment"]["Variables"]["JAVA_TOOL_OPTIONS"].split())


def test_each_function_gets_the_variables_it_reads_and_no_other(deployed):
    got = {name: set(f["Environment"]["Variables"]) for name, f in deployed.functions.items()}
    shared = {"TABLE_NAME", "JAVA_TOOL_OPTIONS", "SETTINGS"}
    assert {name: variables - {"ROLE_GROUPS"} for name, variables in got.items()} == {n: v | shared for n, v in VARIABLES.items()}


def test_groups_and_domains_are_passed_only_to_functions_that_need_them_and_only_when_given():
    silent, told = Deployment(ONLY_REQUIRED), Deployment(ONLY_REQUIRED | {"RoleGroups": "pr=PR Agency", "RecipientDomains": "example.com"})
    concerned = {"ROLE_GROUPS": {"PlacementIntake", "Directory", "AuditPages"}, "RECIPIENT_DOMAINS": {"Directory"}}
    for variable, functions in concerned.items():
        assert not [n for n, f in silent.functions.items() if variable in f["Environment"]["Variables"]]
        assert {n for n, f in told.functions.items() if variable in f["Environment"]["Variables"]} == functions


def test_the_user_pool_of_the_stack_always_verifies_addresses():
    for given in ("true", "false"):
        made, own = (Deployment(base | {"RequireVerifiedEmail": given}) for base in (ONLY_REQUIRED, OWN_ISSUER))
        for name in ("PlacementIntake", "Directory", "AuditPages"):
            assert made.value(made.functions[name]["Environment"]["Variables"]["REQUIRE_VERIFIED_EMAIL"]) == "true"
            assert own.value(own.functions[name]["Environment"]["Variables"]["REQUIRE_VERIFIED_EMAIL"]) == given


def test_people_sign_in_however_they_capitalize_their_address():
    """Phones capitalize the first letter, and a user pool that tells case apart then knows nobody of that name."""
    pool = Deployment(ONLY_REQUIRED).properties("UserPool")
    assert pool["UsernameAttributes"] == ["email"]
    assert pool["UsernameConfiguration"] == {"CaseSensitive": False}


@pytest.mark.parametrize(
    "address, accepted",
    [("coverage@example.com", True), ("Coverage.Team@mail.example.com", True), ("coverage@Example.com", False), ("coverage@example", False)],
)
def test_the_senders_domain_is_in_lower_case_as_in_the_name_of_its_identity(address, accepted):
    """IAM compares the names of resources letter by letter, and SES keeps domains in lower case."""
    assert bool(re.match(source()["Parameters"]["FromAddress"]["AllowedPattern"], address)) == accepted


def test_sign_in_does_not_redirect_to_localhost_by_default():
    url = {"CustomBaseUrl": "https://coverage.example.com"}
    asked = {"LocalhostCallback": "true"}
    local = "http://localhost:8080/"
    for given, addresses in (({}, None), (url, ["${CustomBaseUrl}/"]), (asked, [local]), (url | asked, ["${CustomBaseUrl}/", local])):
        client = Deployment(ONLY_REQUIRED | given).properties("UserPoolClient")
        expected = addresses and [a if a == local else {"Fn::Sub": a} for a in addresses]
        assert client.get("CallbackURLs") == client.get("LogoutURLs") == expected
        assert client["AllowedOAuthFlowsUserPoolClient"] is bool(addresses)
        assert client.get("AllowedOAuthFlows") == (addresses and ["code"])


def test_the_emulator_endpoint_is_declared_but_not_set_in_a_deployment(deployed):
    assert "AWS_ENDPOINT_URL" in source()["Globals"]["Function"]["Environment"]["Variables"]
    for function in deployed.functions.values():
        assert "AWS_ENDPOINT_URL" not in function["Environment"]["Variables"]


def test_the_emulator_endpoint_is_set_when_given():
    emulated = Deployment(ONLY_REQUIRED | {"AwsEndpointUrl": "http://localhost:4566"})
    for function in emulated.functions.values():
        assert function["Environment"]["Variables"]["AWS_ENDPOINT_URL"] == {"Ref": "AwsEndpointUrl"}


def test_each_function_logs_json_to_its_own_log_group_with_a_retention(deployed):
    logs = {name: f["LoggingConfig"] for name, f in deployed.functions.items()}
    assert logs == {name: {"LogFormat": "JSON", "LogGroup": {"Ref": f"{name}Logs"}} for name in FUNCTIONS}
    for log in deployed.of_type("AWS::Logs::LogGroup").values():
        assert log["RetentionInDays"] == {"Ref": "LogRetentionDays"}


def test_no_concurrency_is_reserved_by_default(deployed):
    for function in deployed.functions.values():
        assert "ReservedConcurrentExecutions" not in function
    for function in Deployment(ONLY_REQUIRED | {"ReservedConcurrency": 5}).functions.values():
        assert function["ReservedConcurrentExecutions"] == {"Ref": "ReservedConcurrency"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_concurrency_can_be_reserved_for_one_function_alone(name):
    one = Deployment(ONLY_REQUIRED | {f"{name}Concurrency": 3}).functions
    assert one[name]["ReservedConcurrentExecutions"] == {"Ref": f"{name}Concurrency"}
    assert all("ReservedConcurrentExecutions" not in other for key, other in one.items() if key != name)
    both = Deployment(ONLY_REQUIRED | {f"{name}Concurrency": 3, "ReservedConcurrency": 5}).functions
    assert both[name]["ReservedConcurrentExecutions"] == {"Ref": f"{name}Concurrency"}


def test_the_pages_behind_links_have_their_own_throttling(deployed):
    (stage,) = deployed.of_type("AWS::ApiGatewayV2::Stage").values()
    pages = {route for route in deployed.routes if "/r/" in route}
    assert set(stage["RouteSettings"]) == pages | {"$default"}
    for page in pages:
        assert stage["RouteSettings"][page] == {
            "ThrottlingRateLimit": {"Ref": "PagesRate"},
            "ThrottlingBurstLimit": {"Ref": "PagesBurst"},
        }


def test_looking_for_routes_that_do_not_exist_is_throttled(deployed):
    (stage,) = deployed.of_type("AWS::ApiGatewayV2::Stage").values()
    assert stage["RouteSettings"]["$default"]["ThrottlingRateLimit"] <= 10
    (any_method,) = deployed.properties("HttpApi")["Body"]["paths"]["$default"].values()
    assert any_method["isDefaultRoute"] is True


def test_no_metrics_are_paid_for_that_nothing_shows(deployed):
    """The alarms and the dashboard use the API's own metrics; those of each route would cost as much as custom ones."""
    (stage,) = deployed.of_type("AWS::ApiGatewayV2::Stage").values()
    assert not stage["DefaultRouteSettings"].get("DetailedMetricsEnabled")
    for name, alarm in deployed.of_type("AWS::CloudWatch::Alarm").items():
        if alarm.get("Namespace") == "AWS/ApiGateway":
            assert [d["Name"] for d in alarm["Dimensions"]] == ["ApiId"], name
    assert '"Route"' not in json.dumps(deployed.properties("Dashboard"))


def test_ses_events_are_archived_for_at_most_a_week(deployed):
    archive = deployed.properties("SesEventArchive")
    (rule,) = [rule for rule in deployed.of_type("AWS::Events::Rule").values() if rule["EventPattern"].get("source") == ["aws.ses"]]
    assert archive["EventPattern"] == rule["EventPattern"]
    assert archive["RetentionDays"] <= 7


# Permissions


def test_each_function_has_a_role_of_its_own(deployed):
    roles = [deployed.role_of(name) for name in deployed.functions]
    roles += {deployed.named_by(s["Target"]["RoleArn"]) for s in deployed.of_type("AWS::Scheduler::Schedule").values()}
    assert len(roles) == len(set(roles))
    assert set(roles) == deployed.of_type("AWS::IAM::Role").keys()


def test_no_policy_uses_wildcard_actions_or_notaction(deployed):
    for name, statement in deployed.policy_statements():
        assert not {"NotAction", "NotResource", "NotPrincipal"} & statement.keys(), name
        assert not [a for a in listed(statement["Action"]) if "*" in a], name


def test_only_reading_the_sending_quota_is_allowed_on_all_resources(deployed):
    everywhere = [
        (name, statement["Action"])
        for name, statement in deployed.policy_statements()
        if statement["Effect"] == "Allow" and "*" in listed(statement.get("Resource", []))
    ]
    assert everywhere == [(role, ["ses:GetAccount"]) for role in ("PlacementIntakeRole", "RepNotificationRole")]


def test_only_services_are_principals_of_a_policy(deployed):
    for name, statement in deployed.policy_statements():
        if statement["Effect"] == "Allow" and "Principal" in statement:
            assert statement["Principal"].keys() == {"Service"}, name


def test_no_role_may_change_remove_or_batch_write_history(deployed):
    for role in deployed.of_type("AWS::IAM::Role"):
        statements = deployed.statements(role)
        allowed = [s for s in statements if s["Effect"] == "Allow"]
        for action in REWRITING:
            assert not may(allowed, action, TABLE, "HISTORY#placement-1"), f"{role} is given {action}"
    for name in deployed.functions:
        statements = deployed.statements(deployed.role_of(name))
        given_everything = [*statements, {"Effect": "Allow", "Action": REWRITING, "Resource": TABLE}]
        for action in REWRITING:
            assert not may(given_everything, action, TABLE, "HISTORY#placement-1"), f"{name} is not denied {action}"


def test_each_function_writes_only_to_its_own_partitions(deployed):
    every_partition = set().union(*PARTITIONS.values())
    for name in deployed.functions:
        statements = deployed.statements(deployed.role_of(name))
        puts = {p for p in every_partition if may(statements, "dynamodb:PutItem", TABLE, p + "1" * p.endswith("#"))}
        assert puts == PARTITIONS[name], name


def test_no_function_updates_or_deletes_items_except_that_the_tick_deletes_markers(deployed):
    for name in deployed.functions:
        for statement in deployed.statements(deployed.role_of(name)):
            if statement["Effect"] == "Allow":
                rewrites = {"dynamodb:UpdateItem", "dynamodb:DeleteItem"} & set(listed(statement["Action"]))
                # The tick removes the marker of an item that was fixed.
                marker = name == "DeadlineCheck" and statement.get("Sid") == "RemoveMarkersOfRepairedItems"
                assert rewrites == ({"dynamodb:DeleteItem"} if marker else set()), name
                if marker:
                    assert statement["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["ASIDE"]}}


def test_only_the_directory_writes_batches_and_only_to_its_own_partitions(deployed):
    for name in deployed.functions:
        statements = deployed.statements(deployed.role_of(name))
        assert may(statements, "dynamodb:BatchWriteItem", TABLE, "DIRECTORY#reps") == (name == "Directory")
        assert not may(statements, "dynamodb:BatchWriteItem", TABLE, "PLACEMENT#1")


def test_the_page_reader_may_write_its_log_and_nothing_else(deployed):
    """Anyone who pastes a link decides what this function fetches, so it has access to nothing worth stealing."""
    actions = {a for s in deployed.statements(deployed.role_of("PageReader")) if s["Effect"] == "Allow" for a in s["Action"]}
    assert actions == {"logs:CreateLogStream", "logs:PutLogEvents"}


def test_every_write_is_restricted_to_partitions(deployed):
    for name in deployed.functions:
        for statement in deployed.statements(deployed.role_of(name)):
            writes = {"dynamodb:PutItem", *REWRITING} & set(listed(statement["Action"]))
            if statement["Effect"] == "Allow" and writes:
                assert "dynamodb:LeadingKeys" in statement["Condition"]["ForAllValues:StringLike"], name


def test_email_is_sent_from_one_address_through_one_configuration_set(deployed):
    for name in ("RepNotification", "WeeklyAudit"):
        sending = [s for s in deployed.statements(deployed.role_of(name)) if "ses:SendEmail" in s["Action"]]
        identity, configuration_set = sending
        assert identity["Condition"] == {"StringEquals": {"ses:FromAddress": {"Ref": "FromAddress"}}}
        assert "identity/*" not in str(identity["Resource"])
        assert configuration_set["Condition"] == {"StringEqualsIfExists": {"ses:FromAddress": {"Ref": "FromAddress"}}}
        assert str(configuration_set["Resource"]).endswith("configuration-set/${ConfigurationSet}'}")


def test_only_this_stacks_schedules_assume_their_roles_and_each_role_starts_only_their_functions(deployed):
    started = {}
    for schedule in deployed.of_type("AWS::Scheduler::Schedule").values():
        started.setdefault(deployed.named_by(schedule["Target"]["RoleArn"]), []).append(schedule["Target"]["Arn"])
    for role, targets in started.items():
        (trust,) = deployed.properties(role)["AssumeRolePolicyDocument"]["Statement"]
        assert trust["Condition"]["StringEquals"] == {
            "aws:SourceAccount": {"Ref": "AWS::AccountId"},
            "aws:SourceArn": {"Fn::GetAtt": ["ScheduleGroup", "Arn"]},
        }
        (invoked,) = [listed(s["Resource"]) for s in deployed.statements(role) if s["Action"] == "lambda:InvokeFunction"]
        assert invoked == targets


def test_every_permission_to_invoke_names_its_source(deployed):
    for name, permission in deployed.of_type("AWS::Lambda::Permission").items():
        assert permission["SourceArn"], name


# Nothing is lost


def test_events_that_an_asynchronous_function_fails_on_are_kept(deployed):
    configs = deployed.of_type("AWS::Lambda::EventInvokeConfig").values()
    assert {deployed.named_by(c["FunctionName"]) for c in configs} == ASYNCHRONOUS
    for config in configs:
        queue = config["DestinationConfig"]["OnFailure"]["Destination"]
        assert config["MaximumRetryAttempts"] == 2
        assert config["Qualifier"] == "live"
        role = deployed.role_of(deployed.named_by(config["FunctionName"]))
        assert queue in [s["Resource"] for s in deployed.statements(role) if s["Action"] == ["sqs:SendMessage"]]
        assert deployed.resources[deployed.named_by(queue)]["Type"] == "AWS::SQS::Queue"


def test_each_schedule_retries_and_then_keeps_the_failed_event(deployed):
    schedules = deployed.of_type("AWS::Scheduler::Schedule").values()
    assert len(schedules) == len(FUNCTIONS)
    for schedule in schedules:
        assert schedule["GroupName"] == {"Ref": "ScheduleGroup"}
        target = schedule["Target"]
        assert target["RetryPolicy"]["MaximumRetryAttempts"] > 0
        role = deployed.named_by(target["RoleArn"])
        kept = [s["Resource"] for s in deployed.statements(role) if s["Action"] == "sqs:SendMessage"]
        assert kept == [target["DeadLetterConfig"]["Arn"]]


def test_the_tick_runs_every_minute(deployed):
    (tick,) = [
        s["ScheduleExpression"]
        for s in deployed.of_type("AWS::Scheduler::Schedule").values()
        if deployed.function_started_by(s["Target"]["Arn"]) == "DeadlineCheck"
    ]
    assert tick == "rate(1 minute)"


def test_a_timer_sends_what_the_sample_event_shows(deployed):
    for schedule in deployed.of_type("AWS::Scheduler::Schedule").values():
        function = deployed.function_started_by(schedule["Target"]["Arn"])
        if function not in ASYNCHRONOUS:
            continue
        sample = json.loads((TEMPLATE.parent / "events" / f"{folder_of(function)}.json").read_text())
        assert json.loads(schedule["Target"]["Input"]).keys() == sample.keys()


def test_each_rule_has_a_dead_letter_queue_that_it_may_write_to(deployed):
    for name, rule in deployed.of_type("AWS::Events::Rule").items():
        for target in rule["Targets"]:
            assert target["RetryPolicy"]["MaximumEventAgeInSeconds"] == 86400
            assert name in senders_by_policy(deployed, deployed.named_by(target["DeadLetterConfig"]["Arn"]))


def test_the_bus_rule_feeds_the_ping_queue_and_nobody_else_does(deployed):
    rule = deployed.properties("PlacementAcceptedRule")
    assert rule["EventBusName"] == {"Ref": "Bus"}
    assert rule["EventPattern"] == {"source": ["pr-to-sales"], "detail-type": ["PlacementAccepted", "PlacementChanged", "TestAsked"]}
    assert [deployed.named_by(t["Arn"]) for t in rule["Targets"]] == ["PingQueue"]
    assert senders_by_policy(deployed, "PingQueue") == ["PlacementAcceptedRule"]


def test_each_queue_of_a_function_has_a_dead_letter_queue_and_partial_batch_failures(deployed):
    for mapping in deployed.of_type("AWS::Lambda::EventSourceMapping").values():
        queue = deployed.properties(deployed.named_by(mapping["EventSourceArn"]))
        dead_letters = deployed.named_by(queue["RedrivePolicy"]["deadLetterTargetArn"])
        assert deployed.resources[dead_letters]["Type"] == "AWS::SQS::Queue"
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        function = deployed.function_started_by(mapping["FunctionName"])
        concurrency = {"Ref": "Senders"} if function == "RepNotification" else 2
        assert mapping["ScalingConfig"] == {"MaximumConcurrency": concurrency}


def test_the_queues_use_at_most_half_of_the_ten_calls_at_once_that_a_new_account_has(deployed):
    """https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""
    mappings = deployed.of_type("AWS::Lambda::EventSourceMapping").values()
    assert sum(int(deployed.value(m["ScalingConfig"])["MaximumConcurrency"]) for m in mappings) <= 5


def test_the_visibility_timeout_is_at_least_six_times_the_function_timeout(deployed):
    for mapping in deployed.of_type("AWS::Lambda::EventSourceMapping").values():
        function = deployed.functions[deployed.function_started_by(mapping["FunctionName"])]
        queue = deployed.properties(deployed.named_by(mapping["EventSourceArn"]))
        assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]


def test_a_ping_is_retried_for_longer_than_an_outage_of_ses(deployed):
    queue = deployed.properties("PingQueue")
    assert queue["RedrivePolicy"]["maxReceiveCount"] * queue["VisibilityTimeout"] > 2 * 60 * 60


def test_a_tick_times_out_before_the_next_and_a_request_before_the_api_does(deployed):
    assert deployed.functions["DeadlineCheck"]["Timeout"] < 60
    for name in BEHIND_THE_API:
        assert deployed.functions[name]["Timeout"] < 30


def test_every_queue_is_encrypted_and_open_over_tls_only(deployed):
    for name, queue in deployed.of_type("AWS::SQS::Queue").items():
        assert queue["SqsManagedSseEnabled"] is True
        (refusal,) = [s for s in queue_statements(deployed, name) if s["Effect"] == "Deny"]
        assert refusal["Principal"] == "*"
        assert {"sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"} <= set(refusal["Action"])
        assert refusal["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


# The table


def test_the_table_outlives_the_stack_and_can_be_restored(deployed):
    table = deployed.resources["Table"]
    assert (table["DeletionPolicy"], table["UpdateReplacePolicy"]) == ("Retain", "Retain")
    properties = table["Properties"]
    assert properties["DeletionProtectionEnabled"] is True
    assert properties["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert properties["SSESpecification"] == {"SSEEnabled": True}
    assert properties["BillingMode"] == "PAY_PER_REQUEST"
    assert properties["TimeToLiveSpecification"] == {"AttributeName": "expiresAt", "Enabled": True}


def test_a_parameter_is_enough_to_use_an_existing_table():
    """No new table is created, and functions and roles use only the named one."""
    made, taken = Deployment(ONLY_REQUIRED), Deployment(ONLY_REQUIRED | {"ExistingTable": "coverage-restored"})
    assert "Table" in made.resources
    assert "Table" not in taken.resources
    arn = {"Fn::Sub": "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${ExistingTable}"}
    index = {"Fn::Sub": arn["Fn::Sub"] + "/index/due"}
    for function in taken.functions.values():
        assert function["Environment"]["Variables"]["TABLE_NAME"] == {"Ref": "ExistingTable"}
    reached = [s["Resource"] for _, s in taken.policy_statements() if "dynamodb:" in str(s["Action"])]
    assert len(reached) == len([s for _, s in made.policy_statements() if "dynamodb:" in str(s["Action"])])
    assert all(resource in (arn, index) for resource in reached)
    assert "Table" not in {name for _, names in taken.references().items() for name in names}


def test_the_table_has_its_key_and_one_index_for_what_is_due(deployed):
    table = deployed.properties("Table")
    assert key(table) == ["PK", "SK"]
    (due,) = table["GlobalSecondaryIndexes"]
    assert due["IndexName"] == "due"
    assert key(due) == ["duePK", "dueSK"]
    assert due["Projection"] == {"ProjectionType": "KEYS_ONLY"}
    assert {a["AttributeName"]: a["AttributeType"] for a in table["AttributeDefinitions"]} == dict.fromkeys(
        ["PK", "SK", "duePK", "dueSK"], "S"
    )


def test_only_the_deadline_check_reads_the_index(deployed):
    index = {"Fn::Sub": "${Table.Arn}/index/due"}
    readers = {n for n in FUNCTIONS for s in deployed.statements(deployed.role_of(n)) if s["Resource"] == index}
    assert readers == {"DeadlineCheck"}


# The API


def test_each_route_goes_to_its_function(deployed):
    assert {route: deployed.function_behind(operation) for route, operation in deployed.routes.items()} == ROUTES


def test_a_weekly_email_that_has_reached_nobody_sets_off_an_alarm(deployed):
    counted = deployed.properties("AuditOverdueFilter")
    (metric,) = counted["MetricTransformations"]
    alarm = deployed.properties("AuditOverdueAlarm")
    assert counted["LogGroupName"] == {"Ref": "WeeklyAuditLogs"}
    assert counted["FilterPattern"] == '"audit overdue"'
    assert (alarm["Namespace"], alarm["MetricName"]) == (metric["MetricNamespace"], metric["MetricName"])
    assert alarm["ComparisonOperator"] == "GreaterThanThreshold"


def test_refused_emails_set_off_an_alarm(deployed):
    counted = deployed.properties("MailRefusedFilter")
    (metric,) = counted["MetricTransformations"]
    alarm = deployed.properties("MailRefusedAlarm")
    assert counted["LogGroupName"] == {"Ref": "RepNotificationLogs"}
    assert counted["FilterPattern"] == '"SES refuses our emails"'
    assert (alarm["Namespace"], alarm["MetricName"]) == (metric["MetricNamespace"], metric["MetricName"])
    assert alarm["ComparisonOperator"] == "GreaterThanThreshold"


OPEN_TO_ALL = {
    "/",
    "/settings.json",
    "/assets/{version}/{file}",
    "/health",
    "/openapi.yaml",
    "/r/{token}",
    "/r/audit/{token}",
    "$default",
}


def test_only_the_page_and_the_links_are_open_to_all(deployed):
    for route, operation in deployed.routes.items():
        open_to_all = route.split()[-1] in OPEN_TO_ALL
        assert operation["security"] == ([{"NONE": []}] if open_to_all else [{"Oidc": []}]), route


def test_tokens_come_from_the_stacks_user_pool_or_from_the_given_issuer():
    made, given = jwt(Deployment(ONLY_REQUIRED)), jwt(Deployment(OWN_ISSUER))
    assert made["issuer"]["Fn::Sub"].endswith("/${UserPool}")
    assert made["audience"] == [{"Ref": "UserPoolClient"}]
    assert given == {"issuer": {"Ref": "JwtIssuer"}, "audience": [{"Ref": "JwtAudience"}]}


def test_the_page_signs_people_in_at_the_issuer_of_the_apis_tokens(deployed):
    variables = deployed.functions["PlacementIntake"]["Environment"]["Variables"]
    (authorizer,) = deployed.properties("HttpApi")["Body"]["components"]["securitySchemes"].values()
    jwt = authorizer["x-amazon-apigateway-authorizer"]["jwtConfiguration"]
    assert variables["OIDC_ISSUER"] == jwt["issuer"]
    assert [variables["OIDC_CLIENT_ID"]] == jwt["audience"]


def test_with_a_given_issuer_no_user_pool_is_created():
    assert not [r for r in Deployment(OWN_ISSUER).resources.values() if r["Type"].startswith("AWS::Cognito::")]
    groups = Deployment(ONLY_REQUIRED).of_type("AWS::Cognito::UserPoolGroup").values()
    assert {g["GroupName"] for g in groups} == {"pr", "ops", "leadership", "sequence-owner"}


def test_no_function_behind_the_api_refers_to_it_and_no_resource_to_itself(deployed):
    references = deployed.references()
    for name in BEHIND_THE_API:
        assert "HttpApi" not in references[name]
    list(TopologicalSorter(references).static_order())


def test_the_apis_log_needs_no_resource_policy(deployed):
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html: its size is limited."""
    assert deployed.properties("HttpApiLogs")["LogGroupName"]["Fn::Sub"].startswith("/aws/vendedlogs/")


def test_the_api_is_throttled_and_its_log_holds_no_path(deployed):
    (stage,) = deployed.of_type("AWS::ApiGatewayV2::Stage").values()
    assert stage["StageName"] == "$default"
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] == {"Ref": "ApiRate"}
    logged = stage["AccessLogSettings"]["Format"]
    assert "$context.routeKey" in logged
    for path in ("$context.path", "$context.authorizer.claims", "$context.identity"):
        assert path not in logged


def test_emails_link_to_the_custom_url_or_else_to_the_api():
    for name in ("RepNotification", "WeeklyAudit"):
        base_url = Deployment(ONLY_REQUIRED).functions[name]["Environment"]["Variables"]["BASE_URL"]
        assert base_url["Fn::Sub"].startswith("https://${HttpApi}.execute-api.")
        custom = Deployment(ONLY_REQUIRED | {"CustomBaseUrl": "https://coverage.example.com"})
        # Config removes the slash; test_versions.py says what it is for.
        assert custom.value(custom.functions[name]["Environment"]["Variables"]["BASE_URL"]) == "https://coverage.example.com/"


# Mail


TOLD = {"send", "reject", "bounce", "complaint", "delivery", "deliveryDelay", "renderingFailure"}


def test_ses_publishes_all_events_except_opens_and_clicks_to_the_default_bus_and_a_topic(deployed):
    bus = deployed.properties("MailEventDestination")["EventDestination"]
    topic = deployed.properties("MailEventTopicDestination")["EventDestination"]
    assert bus["EventBridgeDestination"]["EventBusArn"]["Fn::Sub"].endswith(":event-bus/default")
    assert topic["SnsDestination"] == {"TopicARN": {"Ref": "MailEventTopic"}}
    for destination in (bus, topic):
        assert destination["Enabled"] is True
        assert set(destination["MatchingEventTypes"]) == TOLD


def test_both_paths_of_an_event_lead_to_the_queue_that_delivery_feedback_reads(deployed):
    rule = deployed.properties("MailEventRule")
    subscription = deployed.properties("MailEventSubscription")
    (mapping,) = [
        m
        for m in deployed.of_type("AWS::Lambda::EventSourceMapping").values()
        if deployed.function_started_by(m["FunctionName"]) == "DeliveryFeedback"
    ]
    queue = {"Fn::GetAtt": ["FeedbackQueue", "Arn"]}
    assert [t["Arn"] for t in rule["Targets"]] == [queue]
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("sqs", queue)
    assert subscription["TopicArn"] == {"Ref": "MailEventTopic"}
    assert subscription["RawMessageDelivery"] is True
    assert mapping["EventSourceArn"] == queue
    dead_letters = {"Fn::GetAtt": ["FeedbackDeadLetterQueue", "Arn"]}
    assert subscription["RedrivePolicy"] == {"deadLetterTargetArn": dead_letters}
    assert rule["Targets"][0]["DeadLetterConfig"] == {"Arn": dead_letters}


@pytest.mark.parametrize("queue", ["FeedbackQueue", "FeedbackDeadLetterQueue"])
def test_only_the_one_rule_and_the_one_topic_put_events_into_the_feedback_queues(deployed, queue):
    assert senders_by_policy(deployed, queue) == ["MailEventRule", "MailEventTopic"]
    services = [s["Principal"]["Service"] for s in queue_statements(deployed, queue) if s["Effect"] == "Allow"]
    assert services == ["events.amazonaws.com", "sns.amazonaws.com"]


def test_only_ses_publishes_to_the_topic_and_only_for_our_configuration_set(deployed):
    policy = deployed.properties("MailEventTopicPolicy")
    (allowed,) = policy["PolicyDocument"]["Statement"]
    assert policy["Topics"] == [{"Ref": "MailEventTopic"}]
    assert allowed["Principal"] == {"Service": "ses.amazonaws.com"}
    conditions = allowed["Condition"]["StringEquals"]
    assert conditions["aws:SourceAccount"] == {"Ref": "AWS::AccountId"}
    assert conditions["aws:SourceArn"]["Fn::Sub"].endswith(":configuration-set/${ConfigurationSet}")
    # SES checks this permission when the destination is created.
    assert deployed.resources["MailEventTopicDestination"]["DependsOn"] in ("MailEventTopicPolicy", ["MailEventTopicPolicy"])


def test_events_from_ses_and_sns_are_encrypted_only_with_keys_that_they_may_use(deployed):
    assert "KmsMasterKeyId" not in deployed.properties("MailEventTopic")
    assert "KmsMasterKeyId" not in deployed.properties("FeedbackQueue")


def test_delivery_feedback_gets_only_events_about_our_own_emails(deployed):
    rule = deployed.properties("MailEventRule")
    assert "EventBusName" not in rule
    assert rule["EventPattern"]["source"] == ["aws.ses"]
    assert rule["EventPattern"]["detail"]["mail"]["tags"] == {"ses:configuration-set": [{"Ref": "ConfigurationSet"}]}


def identity(parameters):
    deployment = Deployment(ONLY_REQUIRED | parameters)
    return [deployment.value(i) for i in deployment.of_type("AWS::SES::EmailIdentity").values()]


def test_the_senders_domain_is_verified_unless_the_account_already_did():
    (own,) = identity({"FromAddress": "pr@mail.example.com"})
    (parent,) = identity({"FromAddress": "pr@mail.example.com", "MailDomain": "example.com", "MailFromLabel": "returns"})
    assert own["EmailIdentity"] == "mail.example.com"
    assert own["DkimSigningAttributes"] == {"NextSigningKeyLength": "RSA_2048_BIT"}
    assert own["MailFromAttributes"]["MailFromDomain"] == "bounce.mail.example.com"
    assert parent["EmailIdentity"] == "example.com"
    assert parent["MailFromAttributes"]["MailFromDomain"] == "returns.example.com"
    assert not identity({"MakeMailIdentity": "false", "MailDomain": "example.com"})


def test_the_dns_records_are_outputs():
    outputs = expanded()["Outputs"]
    for name in ("DkimRecord1", "DkimRecord2", "DkimRecord3", "MailFromMxRecord", "MailFromSpfRecord", "DmarcRecordExample"):
        assert outputs[name]["Condition"] == "MakeIdentity", name
    assert outputs["DkimRecord2"]["Value"]["Fn::Sub"] == "${MailIdentity.DkimDNSTokenName2} ${MailIdentity.DkimDNSTokenValue2}"


def test_the_dmarc_record_harms_no_other_sender_of_the_domain():
    output = expanded()["Outputs"]["DmarcRecordExample"]
    assert Deployment(ONLY_REQUIRED).value(output["Value"]) == '_dmarc.example.com "v=DMARC1; p=none; rua=mailto:dmarc@example.com"'
    assert "docs/operations.md" in output["Description"]


def test_an_email_is_sent_over_tls_or_not_at_all(deployed):
    assert deployed.properties("ConfigurationSet")["DeliveryOptions"] == {"TlsPolicy": "REQUIRE"}


@pytest.mark.parametrize("function", ["RepNotification", "WeeklyAudit"])
def test_a_sender_at_a_subdomain_is_covered_by_the_identity_of_its_parent(function):
    given = Deployment(ONLY_REQUIRED | {"FromAddress": "pr@mail.example.com", "MailDomain": "example.com"})
    (sending,) = [s for s in given.statements(given.role_of(function)) if s["Sid"] == "SendMail"]
    identities = {given.value(resource).partition(":identity/")[2] for resource in sending["Resource"]}
    assert identities == {"pr@mail.example.com", "mail.example.com", "example.com"}


def test_the_link_key_is_generated_by_aws_and_long_enough(deployed):
    secret = deployed.properties("LinkKey")
    assert secret["GenerateSecretString"]["PasswordLength"] >= 43
    assert "SecretString" not in secret


# Alarms


def test_dead_letters_in_any_queue_set_off_an_alarm(deployed):
    watched = {
        deployed.named_by(alarm["Dimensions"][0]["Value"])
        for alarm in deployed.of_type("AWS::CloudWatch::Alarm").values()
        if (alarm["Namespace"], alarm["Threshold"]) == ("AWS/SQS", 0)
    }
    assert watched == deployed.of_type("AWS::SQS::Queue").keys() - {"PingQueue", "FeedbackQueue"}


@pytest.mark.parametrize("function", ["DeadlineCheck", "WeeklyAudit"])
def test_a_timer_that_fails_or_stops_sets_off_an_alarm(deployed, function):
    alarms = {
        alarm["MetricName"]: alarm
        for alarm in deployed.of_type("AWS::CloudWatch::Alarm").values()
        if alarm.get("Dimensions") == [{"Name": "FunctionName", "Value": {"Ref": function}}]
    }
    assert alarms.keys() >= {"Errors", "Throttles"}
    if function == "DeadlineCheck":
        tick = deployed.properties("NoTickAlarm")
        assert (tick["MetricName"], tick["Period"], tick["EvaluationPeriods"]) == ("Ticks", 60, 3)
        assert (tick["TreatMissingData"], tick["ComparisonOperator"]) == ("breaching", "LessThanThreshold")
        return
    assert alarms["Invocations"]["TreatMissingData"] == "breaching"
    assert alarms["Invocations"]["ComparisonOperator"] == "LessThanThreshold"


def test_a_missing_tick_is_noticed_within_3_minutes(deployed):
    alarm = deployed.properties("NoTickAlarm")
    assert alarm["Period"] * alarm["EvaluationPeriods"] == 3 * 60


def test_waiting_emails_set_off_their_alarm_although_they_are_tried_less_than_once_a_minute(deployed):
    """They wait for a minute, then up to 8 seconds for SES, which may hang, and up to 20 for the queue to be polled."""
    alarm = deployed.properties("MailsPutOffAlarm")
    watched = alarm["Period"] * alarm["EvaluationPeriods"]
    assert watched == 600
    assert alarm["DatapointsToAlarm"] <= watched // (60 + 8 + 20)


def test_alarms_go_to_the_given_topic_or_to_a_new_one_for_an_address():
    silent = Deployment(ONLY_REQUIRED)
    mailed = Deployment(ONLY_REQUIRED | {"AlarmEmail": "ops@example.com"})
    given = Deployment(ONLY_REQUIRED | {"AlarmTopicArn": "arn:aws:sns:eu-west-1:123456789012:alarms"})
    for name in silent.of_type("AWS::CloudWatch::Alarm"):
        assert "AlarmActions" not in silent.properties(name)
        assert mailed.properties(name)["AlarmActions"] == [{"Ref": "AlarmTopic"}]
        assert given.properties(name)["AlarmActions"] == [{"Ref": "AlarmTopicArn"}]
    assert "AlarmTopic" in mailed.resources
    assert "AlarmTopic" not in given.resources


# Parameters


def test_only_the_senders_address_is_required():
    assert {n for n, p in source()["Parameters"].items() if "Default" not in p} == {"FromAddress"}


def test_every_parameter_is_described_and_has_a_place_in_the_form():
    interface = source()["Metadata"]["AWS::CloudFormation::Interface"]
    grouped = [name for group in interface["ParameterGroups"] for name in group["Parameters"]]
    assert sorted(grouped) == sorted(source()["Parameters"])
    assert interface["ParameterLabels"].keys() == source()["Parameters"].keys()
    for parameter in source()["Parameters"].values():
        assert parameter["Description"]


def test_no_parameter_switches_sign_in_off():
    assert "NONE" not in str(expanded()["Parameters"])
    assert source()["Resources"]["HttpApi"]["Properties"]["Auth"]["DefaultAuthorizer"] == "Oidc"


def key(schema):
    by_type = {k["KeyType"]: k["AttributeName"] for k in schema["KeySchema"]}
    return [by_type["HASH"], by_type["RANGE"]]


def jwt(deployment):
    schemes = deployment.properties("HttpApi")["Body"]["components"]["securitySchemes"]
    return schemes["Oidc"]["x-amazon-apigateway-authorizer"]["jwtConfiguration"]


def queue_statements(deployment, queue):
    return [
        statement
        for policy in deployment.of_type("AWS::SQS::QueuePolicy").values()
        if {"Ref": queue} in policy["Queues"]
        for statement in policy["PolicyDocument"]["Statement"]
    ]


def senders_by_policy(deployment, queue):
    """The rules and topics that a queue's policy allows to send."""
    return [
        deployment.named_by(s["Condition"]["ArnEquals"]["aws:SourceArn"])
        for s in queue_statements(deployment, queue)
        if s["Effect"] == "Allow"
    ]


# Notifications


HOOK = "https://hooks.slack.com/services/T0000/B0000/secret"


def slack():
    return Deployment(ONLY_REQUIRED | {"SlackWebhookUrl": HOOK})


def posted(rule, detail):
    """The text that EventBridge posts: each placeholder is replaced with the JSON of the value at its path."""
    transformer = rule["Targets"][0]["InputTransformer"]
    text = transformer["InputTemplate"]
    for name, path in transformer["InputPathsMap"].items():
        text = text.replace(f"<{name}>", json.dumps(detail[path.removeprefix("$.detail.")]))
    return json.loads(text)


def accepted():
    docs = (TEMPLATE.parent / "docs" / "events.md").read_text()
    (example, *_) = [b.split("```")[0] for b in docs.split("```json\n")[1:] if '"detail-type": "PlacementAccepted"' in b]
    return json.loads(example)["detail"]


def texts(node):
    if isinstance(node, dict):
        yield from [node] if node.get("type") in ("plain_text", "mrkdwn") else []
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from texts(each)


def test_nothing_is_posted_to_a_chat_unless_its_address_is_given(deployed):
    assert not [name for name in deployed.resources if name.startswith("Slack")]


def test_exactly_one_rule_posts_a_placement_with_or_without_a_link():
    made = slack()
    for name, has_link in (("SlackRule", True), ("SlackRuleWithoutLink", False)):
        rule = made.properties(name)
        assert rule["EventPattern"]["detail-type"] == ["PlacementAccepted"]
        assert rule["EventPattern"]["detail"] == {"url": [{"exists": has_link}]}
        assert made.named_by(rule["Targets"][0]["Arn"]) == "SlackDestination"
        assert made.named_by(rule["Targets"][0]["DeadLetterConfig"]["Arn"]) == "SlackDeadLetterQueue"
    (allowed,) = made.statements("SlackRole")
    assert allowed["Action"] == ["events:InvokeApiDestination"]


# The limits that Slack documents, in characters and number of elements:
# https://docs.slack.dev/reference/block-kit/blocks: up to 50 blocks in a message; and there, on the page of each of them,
# header-block, section-block, context-block and actions-block;
# https://docs.slack.dev/reference/block-kit/block-elements/button-element;
# https://docs.slack.dev/reference/methods/chat.postMessage for the text.
MAXIMUM_BLOCKS = 50
HEADER_TEXT = 150
SECTION_TEXT = 3000
SECTION_FIELDS, FIELD_TEXT = 10, 2000
CONTEXT_ELEMENTS = 10
ACTION_ELEMENTS = 25
BUTTON_TEXT, BUTTON_URL = 75, 3000
FALLBACK_TEXT = 40000


def beyond_slack(message):
    """The parts of a message that exceed Slack's documented limits."""
    said = [(len(message["text"]), FALLBACK_TEXT, "text"), (len(message["blocks"]), MAXIMUM_BLOCKS, "blocks")]
    for block in message["blocks"]:
        match block["type"]:
            case "header":
                said.append((len(block["text"]["text"]), HEADER_TEXT, "header"))
            case "section":
                said.append((len(block.get("text", {"text": ""})["text"]), SECTION_TEXT, "section"))
                said.append((len(block.get("fields", [])), SECTION_FIELDS, "fields"))
                said += [(len(field["text"]), FIELD_TEXT, "field") for field in block.get("fields", [])]
            case "context":
                said.append((len(block["elements"]), CONTEXT_ELEMENTS, "context"))
                said += [(len(element["text"]), SECTION_TEXT, "context text") for element in block["elements"]]
            case "actions":
                said.append((len(block["elements"]), ACTION_ELEMENTS, "actions"))
                said += [(len(button["text"]["text"]), BUTTON_TEXT, "button") for button in block["elements"]]
                said += [(len(button["url"]), BUTTON_URL, "button url") for button in block["elements"]]
            case other:
                said.append((1, 0, f"a block that no limit is known of: {other}"))
    return [f"{what}: {size} of {most}" for size, most, what in said if size > most]


def intake(name, file):
    """A limit of the intake, read from its source, so that raising it is noticed here."""
    (said,) = re.findall(rf"static final int {name} = ([0-9_]+);", (DOMAIN / file).read_text())
    return int(said.replace("_", ""))


DOMAIN = TEMPLATE.parent / "shared/domain/src/main/java/app/prtosales"


def longest():
    """A placement with every value as long as the intake accepts. An emoji counts as two characters for the intake, which counts
    like Java, and as at most two for Slack, so nothing is longer there than here."""
    url = "https://a.example/"
    return accepted() | {
        "headline": "h" * intake("MAXIMUM_HEADLINE", "intake/SubmissionReader.java"),
        "outlet": "o" * intake("MAXIMUM_OUTLET", "intake/SubmissionReader.java"),
        "note": "n" * intake("MAXIMUM_LENGTH", "placement/Note.java"),
        "url": url + "u" * (intake("MAXIMUM_LENGTH", "placement/WebAddress.java") - len(url)),
        "segments": ["s" * 1000] * 1000,
    }


def test_the_longest_message_stays_within_slacks_limits():
    made = slack()
    for name in ("SlackRule", "SlackRuleWithoutLink"):
        message = posted(made.properties(name), longest())
        assert longest()["headline"] in [text["text"] for text in texts(message)]
        assert beyond_slack(message) == []


def test_a_message_beyond_slacks_limits_is_detected():
    """Proves that the test above can fail: with a headline in the header, and with an outlet longer than a field may be."""
    message = posted(slack().properties("SlackRule"), longest())
    message["blocks"][0]["text"]["text"] = "h" * 151
    message["blocks"][2]["fields"][0]["text"] = "o" * 2001
    assert beyond_slack(message) == ["header: 151 of 150", "field: 2001 of 2000"]


def test_text_from_people_is_never_markup_in_the_chat():
    hostile = '<!channel> <https://evil.example|click> & "quoted" \\ \n *bold* :smile:'
    made = slack()
    for name in ("SlackRule", "SlackRuleWithoutLink"):
        message = posted(made.properties(name), accepted() | {"headline": hostile, "outlet": hostile, "note": hostile})
        shown = list(texts(message))
        assert hostile in [text["text"] for text in shown]
        assert {text["type"] for text in shown} == {"plain_text"}
        assert not any(text["emoji"] for text in shown)
        assert hostile not in message["text"]


def test_the_dashboard_shows_each_function(deployed):
    widgets = json.loads(re.sub(r"\$\{([^}]+)\}", r"\1", deployed.properties("Dashboard")["DashboardBody"]["Fn::Sub"]))["widgets"]
    shown = {widget["properties"]["title"]: widget["properties"]["metrics"] for widget in widgets}
    for title in ("Errors", "Throttles"):
        assert {metric[3] for metric in shown[title]} == FUNCTIONS


def test_every_alarm_names_an_existing_section_of_the_runbook(deployed):
    runbook = (ROOT / "docs" / "operations.md").read_text()
    headings = set(re.findall(r"^#{2,3} (.+)$", runbook, re.M))
    alarms = deployed.of_type("AWS::CloudWatch::Alarm")
    assert len(alarms) > 30
    for name, alarm in alarms.items():
        section = re.search(r"\(docs/operations\.md: (.+)\)$", alarm["AlarmDescription"])
        assert section and section[1] in headings, name


def test_every_alarm_has_a_rehearsal_and_every_rehearsal_an_alarm(deployed):
    """`scripts/rehearse` causes its fault, or names the AWS service that publishes its metric and says what to do in an account."""
    loader = SourceFileLoader("rehearse", str(ROOT / "scripts" / "rehearse"))
    rehearse = module_from_spec(spec_from_loader("rehearse", loader))
    loader.exec_module(rehearse)
    named = {name for name, resource in source()["Resources"].items() if resource["Type"] == "AWS::CloudWatch::Alarm"}
    assert set(rehearse.alarms()) == named
    assert {*rehearse.REHEARSALS, *rehearse.ONLY_AWS} <= named
    for name in named:
        assert (name in rehearse.REHEARSALS) != (rehearse.only_aws(name) is not None), name
        assert len(rehearse.what(name)) > 20, name


def test_every_function_has_an_alarm_on_its_errors_and_on_its_throttles(deployed):
    watched = {
        (alarm["MetricName"], alarm["Dimensions"][0]["Value"]["Ref"])
        for alarm in deployed.of_type("AWS::CloudWatch::Alarm").values()
        if alarm.get("Namespace") == "AWS/Lambda"
    }
    for function in deployed.functions:
        assert {("Errors", function), ("Throttles", function)} <= watched


def test_an_alarm_on_our_own_metric_counts_something_that_a_function_writes(deployed):
    written = "".join(path.read_text() for path in (ROOT / "functions").glob("*/src/main/java/**/*.java"))
    filters = {
        each["MetricTransformations"][0]["MetricName"] for each in deployed.of_type("AWS::Logs::MetricFilter").values()
    }
    for name, alarm in deployed.of_type("AWS::CloudWatch::Alarm").items():
        if alarm.get("Namespace") == deployed.properties("AuditOverdueAlarm")["Namespace"]:
            assert alarm["MetricName"] in filters or f'"{alarm["MetricName"]}"' in written, name


def test_functions_that_write_metrics_are_told_the_namespace_of_the_alarms(deployed):
    """They cannot derive it from their log group: AWS_LAMBDA_LOG_GROUP_NAME is not set in a function that starts from a snapshot."""
    watched = deployed.value(deployed.properties("NoTickAlarm")["Namespace"])
    writing = {name for name in FUNCTIONS if ".metrics(" in code_of(name)}
    told = {n: f["Environment"]["Variables"].get("METRICS_NAMESPACE") for n, f in deployed.functions.items()}
    assert {name: deployed.value(told[name]) for name in writing} == dict.fromkeys(writing, watched)
    assert len(writing) == 2


def test_no_function_reads_what_a_snapshot_does_not_know():
    """https://docs.aws.amazon.com/lambda/latest/dg/snapstart-monitoring.html"""
    code = [path for part in ("functions", "shared") for path in (ROOT / part).rglob("*.java") if "/src/main/" in path.as_posix()]
    assert len(code) > 100
    for path in code:
        unknown = re.findall(r"context\.getLog(?:Group|Stream)Name|AWS_LAMBDA_LOG_\w+", path.read_text())
        assert not unknown, path


def code_of(function):
    return "".join(path.read_text() for path in (ROOT / "functions" / folder_of(function)).glob("src/main/java/**/*.java"))


@pytest.mark.parametrize("page", ["operations", "first-day"])
def test_every_resource_and_output_that_a_page_names_exists(page):
    text = (ROOT / "docs" / f"{page}.md").read_text()
    outputs, resources = expanded()["Outputs"].keys(), expanded()["Resources"].keys()
    named = {
        "out": (set(re.findall(r"\bout ([A-Z]\w+)", text)), outputs),
        "name": (set(re.findall(r"\$\(name (\w+)", text)), resources),
        "mapping": (set(re.findall(r"\bmapping (\w+) --", text)), resources),
        "schedule": (set(re.findall(r"\bschedule (\w+) (?:EN|DIS)ABLED", text)), resources),
    }
    assert {command: names - known for command, (names, known) in named.items()} == dict.fromkeys(named, set())
    assert len(named["name"][0]) > 1


def test_the_first_day_looks_for_a_denied_call_in_words_that_the_log_has():
    """The SDK's exceptions pass on AWS's sentence, and mostly not its code: `DynamoDbException: User: … is not authorized to perform: …`."""
    page = (ROOT / "docs" / "first-day.md").read_text()
    assert re.search(r"""^DENIED='\?"not authorized to perform" \?AccessDeniedException'""", page, re.M)
    functions = re.search(r'^denied\(\) \{ for f in (.+); do said \$f "\$DENIED"; done; \}$', page, re.M)
    assert functions and set(functions[1].split()) == FUNCTIONS
    assert "AccessDenied\"'" not in page
