"""Breaks each rule once, because a check that cannot fail proves nothing."""
import copy
import json

import pytest

import check
import models
import prose

MAIL = {
    "FromEmailAddress": "coverage@sample.example",
    "Destination": {"ToAddresses": ["rep@sample.example"]},
    "Content": {"Simple": {
        "Subject": {"Data": "Coverage"},
        "Body": {"Text": {"Data": "Read it"}},
        "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
        "Attachments": [{"FileName": "week.csv", "RawContent": "YQ==", "ContentDisposition": "ATTACHMENT"}],
    }},
    "EmailTags": [{"Name": "delivery", "Value": "abc_-1"}],
}
MESSAGE = {"QueueUrl": "https://sqs/1/q", "MessageBody": "{}"}
BATCH = {"QueueUrl": "https://sqs/1/q", "Entries": [{"Id": "0", "MessageBody": "{}"}, {"Id": "1", "MessageBody": "{}"}]}
EVENTS = {"Entries": [{"Source": "pr-to-sales", "DetailType": "PlacementAccepted", "Detail": "{}", "EventBusName": "bus"}]}
KEY = {"PK": {"S": "A"}, "SK": {"S": "B"}}
PUT = {"TableName": "table", "Item": {**KEY, "n": {"N": "1"}}}
WRITES = {"RequestItems": {"table": [{"PutRequest": {"Item": KEY}}]}}
READS = {"RequestItems": {"table": {"Keys": [KEY]}}}
TRANSACTION = {"TransactItems": [{"Put": {"TableName": "table", "Item": KEY}}]}
QUERY = {
    "TableName": "table",
    "KeyConditionExpression": "PK = :pk",
    "ExpressionAttributeValues": {":pk": {"S": "A"}},
}
SECRET = {"SecretId": "arn:aws:secretsmanager:us-east-1:1:secret:key"}
# The body is the event for the called function and not a member of the model.
INVOKE = {"path": "/2015-03-31/functions/PageReader/invocations?Qualifier=live", "body": {"url": "https://news.example/"}}


def call(service, operation, given):
    if service == "sesv2":
        given = {"path": "/v2/email/outbound-emails", "body": given}
    return {"function": "F", "service": service, "operation": operation, "allowed": True, "input": given}


GOOD = [
    call("sesv2", "SendEmail", MAIL),
    call("sqs", "SendMessage", MESSAGE),
    call("sqs", "SendMessageBatch", BATCH),
    call("events", "PutEvents", EVENTS),
    call("dynamodb", "PutItem", PUT),
    call("dynamodb", "BatchWriteItem", WRITES),
    call("dynamodb", "BatchGetItem", READS),
    call("dynamodb", "TransactWriteItems", TRANSACTION),
    call("dynamodb", "Query", QUERY),
    call("secretsmanager", "GetSecretValue", SECRET),
    call("lambda", "Invoke", INVOKE),
]


@pytest.mark.parametrize("good", GOOD, ids=lambda each: f"{each['service']} {each['operation']}")
def test_a_valid_call_breaks_no_rule(good):
    assert list(check.check(good)) == []


def changed(given, path, value):
    """A copy with one value changed."""
    result = copy.deepcopy(given)
    inner = result
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return result


SIMPLE = ("Content", "Simple")
TAG = ("EmailTags", 0, "Value")
HEADER = SIMPLE + ("Headers", 0)
FILE = SIMPLE + ("Attachments", 0, "FileName")
TO = ("Destination", "ToAddresses")
MANY_KEYS = [{"PK": {"S": "A"}, "SK": {"S": str(i)}} for i in range(101)]

BAD_PROSE = [
    ("characters of message tags", "sesv2", "SendEmail", changed(MAIL, TAG, "a.b.ping")),
    ("characters of message tags", "sesv2", "SendEmail", changed(MAIL, TAG, "rep@x")),
    ("characters of message tags", "sesv2", "SendEmail", changed(MAIL, TAG, "")),
    ("length of a tag's value", "sesv2", "SendEmail", changed(MAIL, TAG, "a" * 256)),
    ("headers that SES sets", "sesv2", "SendEmail", changed(MAIL, HEADER + ("Name",), "Message-ID")),
    ("length of a header", "sesv2", "SendEmail", changed(MAIL, HEADER + ("Value",), "a" * 990)),
    ("number of recipients", "sesv2", "SendEmail", changed(MAIL, TO, ["a@b.example"] * 51)),
    ("number of recipients", "sesv2", "SendEmail", changed(MAIL, TO, [])),
    ("size of an email", "sesv2", "SendEmail", changed(MAIL, SIMPLE + ("Body", "Text", "Data"), "a" * (31 * prose.MIB))),
    ("names of attachments", "sesv2", "SendEmail", changed(MAIL, FILE, "week")),
    ("names of attachments", "sesv2", "SendEmail", changed(MAIL, FILE, "week.exe")),
    ("characters of addresses", "sesv2", "SendEmail", changed(MAIL, TO, ["rép@sample.example"])),
    ("content of an email", "sesv2", "SendEmail", changed(MAIL, SIMPLE + ("Body",), {})),
    ("content of an email", "sesv2", "SendEmail", changed(MAIL, ("Content", "Raw"), {"Data": "YQ=="})),
    ("entries of a batch", "sqs", "SendMessageBatch", changed(BATCH, ("Entries", 1, "Id"), "0")),
    ("entries of a batch", "sqs", "SendMessageBatch",
     {**BATCH, "Entries": [{"Id": str(i), "MessageBody": "x"} for i in range(11)]}),
    ("size of a batch", "sqs", "SendMessageBatch", changed(BATCH, ("Entries", 0, "MessageBody"), "a" * prose.MIB)),
    ("size of a batch", "sqs", "SendMessage", changed(MESSAGE, ("MessageBody",), "é" * (prose.MIB // 2 + 1))),
    ("ids in a batch", "sqs", "SendMessageBatch", changed(BATCH, ("Entries", 0, "Id"), "a.b")),
    ("characters of a message", "sqs", "SendMessage", changed(MESSAGE, ("MessageBody",), "a\x0b")),
    ("characters of a message", "sqs", "SendMessage", changed(MESSAGE, ("MessageBody",), "")),
    ("delay of a message", "sqs", "SendMessage", {**MESSAGE, "DelaySeconds": 901}),
    ("attributes of a message", "sqs", "SendMessage",
     {**MESSAGE, "MessageAttributes": {"reason": {"DataType": "String", "StringValue": ""}}}),
    ("attributes of a message", "sqs", "SendMessage",
     {**MESSAGE, "MessageAttributes": {"AWS.x": {"DataType": "String", "StringValue": "a"}}}),
    ("receiving", "sqs", "ReceiveMessage", {"QueueUrl": "q", "MaxNumberOfMessages": 11}),
    ("receiving", "sqs", "ReceiveMessage", {"QueueUrl": "q", "WaitTimeSeconds": 21}),
    ("size of events", "events", "PutEvents", changed(EVENTS, ("Entries", 0, "Detail"), '{"a": "%s"}' % ("a" * 262_144))),
    ("parts of an event", "events", "PutEvents", changed(EVENTS, ("Entries", 0, "Detail"), "{")),
    ("parts of an event", "events", "PutEvents", changed(EVENTS, ("Entries", 0, "Detail"), "[]")),
    ("parts of an event", "events", "PutEvents", changed(EVENTS, ("Entries", 0, "Source"), "")),
    ("source of an event", "events", "PutEvents", changed(EVENTS, ("Entries", 0, "Source"), "aws.ses")),
    ("size of an item", "dynamodb", "PutItem", changed(PUT, ("Item", "text"), {"S": "a" * (400 * prose.KIB)})),
    ("batch of writes", "dynamodb", "BatchWriteItem",
     {"RequestItems": {"table": [{"PutRequest": {"Item": key}} for key in MANY_KEYS[:26]]}}),
    ("batch of writes", "dynamodb", "BatchWriteItem", {"RequestItems": {"table": WRITES["RequestItems"]["table"] * 2}}),
    ("batch of reads", "dynamodb", "BatchGetItem", {"RequestItems": {"table": {"Keys": MANY_KEYS}}}),
    ("batch of reads", "dynamodb", "BatchGetItem", {"RequestItems": {"table": {"Keys": [KEY, KEY]}}}),
    ("transaction", "dynamodb", "TransactWriteItems",
     {"TransactItems": [{"Put": {"TableName": "table", "Item": key}} for key in MANY_KEYS]}),
    ("transaction", "dynamodb", "TransactWriteItems", {"TransactItems": TRANSACTION["TransactItems"] * 2}),
    ("token of a transaction", "dynamodb", "TransactWriteItems", {**TRANSACTION, "ClientRequestToken": "a" * 37}),
    ("values of keys", "dynamodb", "PutItem", changed(PUT, ("Item", "SK"), {"S": ""})),
    ("values of keys", "dynamodb", "GetItem", {"TableName": "table", "Key": changed(KEY, ("SK", "S"), "a" * 1025)}),
    ("expressions", "dynamodb", "Query", {**QUERY, "ExpressionAttributeNames": {"#unused": "a"}}),
    ("expressions", "dynamodb", "Query", {**QUERY, "ExpressionAttributeValues": {}}),
    ("expressions", "dynamodb", "Query", {**QUERY, "FilterExpression": "x" * 4097}),
    ("type of a value", "dynamodb", "PutItem", changed(PUT, ("Item", "n"), {"N": "1", "S": "1"})),
    ("type of a value", "dynamodb", "PutItem", changed(PUT, ("Item", "n"), {"L": [{}]})),
    ("numbers", "dynamodb", "PutItem", changed(PUT, ("Item", "n"), {"N": "1" * 39})),
    ("numbers", "dynamodb", "PutItem", changed(PUT, ("Item", "n"), {"N": "one"})),
    ("sets", "dynamodb", "PutItem", changed(PUT, ("Item", "n"), {"SS": []})),
    ("sets", "dynamodb", "PutItem", changed(PUT, ("Item", "n"), {"SS": ["a", "a"]})),
    ("names of secrets", "secretsmanager", "GetSecretValue", {"SecretId": "a key"}),
]


@pytest.mark.parametrize("name,service,operation,given", BAD_PROSE, ids=lambda each: each if isinstance(each, str) else "")
def test_a_call_that_breaks_a_rule_from_the_documentation_is_found(name, service, operation, given):
    bad = call(service, operation, given)
    found = {rule.name for rule in prose.RULES for _ in rule.broken(bad, models.members(bad))}
    assert name in found


def test_every_rule_from_the_documentation_is_broken_once():
    assert {each[0] for each in BAD_PROSE} == {rule.name for rule in prose.RULES}


def test_every_rule_from_the_documentation_has_a_source():
    assert all(len(rule.source) > 20 for rule in prose.RULES)


BAD_MODEL = [
    ("required", "sesv2", "SendEmail", {key: value for key, value in MAIL.items() if key != "Content"}),
    ("does not know", "sesv2", "SendEmail", {**MAIL, "Priority": "high"}),
    ("not one of the enum", "sesv2", "SendEmail",
     changed(MAIL, SIMPLE + ("Attachments", 0, "ContentDisposition"), "HIDDEN")),
    ("pattern", "sesv2", "SendEmail", changed(MAIL, HEADER + ("Name",), "a b")),
    ("pattern", "sesv2", "SendEmail", changed(MAIL, HEADER + ("Value",), "a\nb")),
    ("more than 15", "sesv2", "SendEmail",
     changed(MAIL, SIMPLE + ("Headers",), [{"Name": f"X-{i}", "Value": "a"} for i in range(16)])),
    ("not base64", "sesv2", "SendEmail", changed(MAIL, SIMPLE + ("Attachments", 0, "RawContent"), "?")),
    ("not a string", "sqs", "SendMessage", {**MESSAGE, "MessageBody": 1}),
    ("not a number", "sqs", "SendMessage", {**MESSAGE, "DelaySeconds": "1"}),
    ("not a list", "sqs", "SendMessageBatch", {**BATCH, "Entries": {}}),
    ("not a structure", "sqs", "SendMessageBatch", {**BATCH, "Entries": ["a"]}),
    ("not a map", "dynamodb", "PutItem", {**PUT, "Item": []}),
    ("not a boolean", "dynamodb", "GetItem", {"TableName": "table", "Key": KEY, "ConsistentRead": "true"}),
    ("fewer than 1", "dynamodb", "PutItem", {**PUT, "TableName": ""}),
    ("is not from 1", "dynamodb", "Query", {**QUERY, "Limit": 0}),
    ("more than 25", "dynamodb", "BatchWriteItem",
     {"RequestItems": {"table": [{"PutRequest": {"Item": key}} for key in MANY_KEYS[:26]]}}),
    ("no operation", "dynamodb", "Guess", {}),
    ("no service", "s3", "PutObject", {}),
]


@pytest.mark.parametrize("words,service,operation,given", BAD_MODEL, ids=lambda each: each if isinstance(each, str) else "")
def test_a_call_that_the_model_does_not_allow_is_found(words, service, operation, given):
    problems = list(check.check(call(service, operation, given)))
    assert any(words in problem and "AWS's model" in problem for problem in problems), problems


def test_a_path_that_does_not_belong_to_the_operation_is_found():
    bad = call("sesv2", "SendEmail", MAIL)
    bad["input"]["path"] = "/v2/email/outbound"
    assert any("the path" in problem for problem in check.check(bad))


@pytest.fixture
def file(tmp_path):
    def write(*calls):
        path = tmp_path / "calls.jsonl"
        path.write_text("".join(json.dumps(each) + "\n" for each in calls), encoding="utf-8")
        return str(path)
    return write


def test_valid_calls_exit_with_0_and_print_their_number(file, capsys):
    assert check.main([file(*GOOD)]) == 0
    assert f"{len(GOOD)} calls, 0 rules broken" in capsys.readouterr().out


def test_a_broken_rule_exits_with_1_and_names_function_and_rule(file, capsys):
    assert check.main([file(call("sesv2", "SendEmail", changed(MAIL, TAG, "a.b")))]) == 1
    out = capsys.readouterr().out
    assert "F sesv2 SendEmail: EmailTags[0].Value: characters of message tags" in out
    assert "1 calls, 1 rules broken" in out


def test_no_calls_at_all_exits_with_1(file):
    assert check.main([file()]) == 1


def test_an_unreadable_file_exits_with_2(tmp_path):
    assert check.main([str(tmp_path / "none")]) == 2
