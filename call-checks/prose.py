"""The rules that AWS states only in its documentation's prose, so that no model contains them.

Each is a Rule: its name, its source, the operations that it applies to, and the function that finds the places that break it.
"""
import base64
import json
import re
from dataclasses import dataclass
from typing import Callable

KIB = 1024
MIB = 1024 * KIB

# The source of each rule: a page of docs.aws.amazon.com by its title, or a recorded answer.
TAG = "SES API v2, MessageTag (its documentation string in the model)"
TAG_VALUE_LENGTH = "SES's recorded answer 'Tag value cannot exceed 255 characters.' (docs/decisions/0125)"
HEADER_FIELDS = "SES Developer Guide, 'Amazon SES header fields': set by SES, not by a message's own headers"
HEADER = "SES API v2, MessageHeader (its documentation string in the model)"
RECIPIENTS = "SES API v2, SendEmail: no more than 50 recipients in To, Cc and Bcc together"
MESSAGE_SIZE = "SES Developer Guide, 'Service quotas in Amazon SES': at most 40 MB for a message with its attachments, after base64"
ATTACHMENT = "SES Developer Guide, 'Unsupported attachment types' and 'Working with email attachments'"
ASCII = "SES API v2, SendEmail, FromEmailAddress: the local part of an address is 7-bit ASCII"
CONTENT = "SES API v2, EmailContent: exactly one of Simple, Raw, Template; Body: Text, Html or both"
SQS_BATCH = "SQS API, SendMessageBatch: 1 to 10 entries with distinct ids, at most 1 MiB in all (1,048,576 bytes, including attributes)"
SQS_ID = "SQS API, SendMessageBatchRequestEntry, Id: up to 80 letters, digits, hyphens and underscores"
SQS_BODY = "SQS API, SendMessage, MessageBody: #x9, #xA, #xD and the characters of XML 1.0; not empty"
SQS_DELAY = "SQS API, SendMessage, DelaySeconds: 0 to 900"
SQS_RECEIVE = "SQS API, ReceiveMessage: 1 to 10 messages, a wait of up to 20 seconds"
SQS_ATTRIBUTES = "SQS Developer Guide, 'Amazon SQS message metadata': up to 10 attributes, types String, Number, Binary; not empty"
EVENT = "EventBridge User Guide, 'Calculating PutEvents event entry size': at most 256 KB (262,144 bytes) in all entries of a request"
EVENT_PARTS = "EventBridge API, PutEventsRequestEntry: Source, DetailType and Detail are required; Detail is a JSON object"
EVENT_SOURCE = "EventBridge User Guide, PutEvents: a source that begins with 'aws.' is AWS's own"
ITEM_SIZE = "DynamoDB Developer Guide, 'Quotas': an item is at most 400 KB, names and values together"
BATCH_WRITE = "DynamoDB API, BatchWriteItem: up to 25 puts and deletes, 16 MB in all, no duplicate keys"
BATCH_GET = "DynamoDB API, BatchGetItem: up to 100 keys, no duplicates"
TRANSACTION = "DynamoDB API, TransactWriteItems: up to 100 actions, 4 MB in all, no duplicate items"
TOKEN = "DynamoDB API, TransactWriteItems, ClientRequestToken: 1 to 36 characters"
KEYS = "DynamoDB Developer Guide, 'Constraints': a key's value is not empty; at most 2,048 bytes for a partition key, 1,024 for a sort key"
EXPRESSION = "DynamoDB Developer Guide, 'Quotas': an expression is at most 4 KB; it uses exactly the names and values that are given"
NUMBER = "DynamoDB API, AttributeValue, N: a number as text of up to 38 digits"
SET = "DynamoDB Developer Guide, 'Data types': a set is not empty and has no duplicates"
ONE_TYPE = "DynamoDB API, AttributeValue: the value of an attribute has exactly one type"
SECRET = "Secrets Manager API, GetSecretValue: SecretId is a name or an ARN, without white space"


@dataclass(frozen=True)
class Rule:
    name: str
    source: str
    operations: tuple
    find: Callable

    def broken(self, call, given):
        if f"{call['service']}.{call['operation']}" in self.operations:
            yield from self.find(given)


# ── SES ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
BY_SES = {"bcc", "cc", "content-disposition", "content-type", "date", "from", "message-id", "mime-version", "reply-to",
          "return-path", "subject", "to"}
REFUSED_FILES = set("""ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh
lib lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst
ops pcd pif plg prf prg reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw
vxd ws wsc wsf wsh xnk""".split())


def tags(mail):
    for i, tag in enumerate(mail.get("EmailTags") or []):
        for part in ("Name", "Value"):
            if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", str(tag.get(part, ""))):
                yield f"EmailTags[{i}].{part}"


def tag_length(mail):
    for i, tag in enumerate(mail.get("EmailTags") or []):
        if len(str(tag.get("Value", ""))) > 255:
            yield f"EmailTags[{i}].Value"


def _simple(mail):
    return (mail.get("Content") or {}).get("Simple") or {}


def headers_of_ses(mail):
    for i, header in enumerate(_simple(mail).get("Headers") or []):
        if str(header.get("Name", "")).lower() in BY_SES:
            yield f"Content.Simple.Headers[{i}].Name"


def header_length(mail):
    for i, header in enumerate(_simple(mail).get("Headers") or []):
        if len(str(header.get("Name", ""))) + len(str(header.get("Value", ""))) > 996:
            yield f"Content.Simple.Headers[{i}]"


def recipients(mail):
    destination = mail.get("Destination") or {}
    count = sum(len(destination.get(kind) or []) for kind in ("ToAddresses", "CcAddresses", "BccAddresses"))
    if not 1 <= count <= 50:
        yield "Destination"


def message_size(mail):
    simple = _simple(mail)
    body = simple.get("Body") or {}
    size = sum(len(str((body.get(kind) or {}).get("Data", "")).encode()) for kind in ("Text", "Html"))
    size = size * 4 // 3 + sum(len(str(file.get("RawContent", ""))) for file in simple.get("Attachments") or [])
    if size > 40 * MIB:
        yield "Content"


def attachments(mail):
    for i, file in enumerate(_simple(mail).get("Attachments") or []):
        name = str(file.get("FileName", ""))
        extension = name.rpartition(".")[2].lower() if "." in name else ""
        if not extension or extension in REFUSED_FILES or re.search(r"[\x00-\x1f\x7f]", name):
            yield f"Content.Simple.Attachments[{i}].FileName"


def addresses(mail):
    destination = mail.get("Destination") or {}
    every = [mail.get("FromEmailAddress") or ""] + list(mail.get("ReplyToAddresses") or [])
    for kind in ("ToAddresses", "CcAddresses", "BccAddresses"):
        every += destination.get(kind) or []
    for address in every:
        bare = re.sub(r".*<(.*)>", r"\1", address)
        if not re.fullmatch(r"[\x21-\x7e]+@[^@\s]+", bare):
            yield f"the address {address!r}"


def content(mail):
    given = mail.get("Content") or {}
    if sum(given.get(kind) is not None for kind in ("Simple", "Raw", "Template")) != 1:
        yield "Content"
    elif "Simple" in given and not any((_simple(mail).get("Body") or {}).get(kind) for kind in ("Text", "Html")):
        yield "Content.Simple.Body"


# ── SQS ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _message_size(message):
    size = len(str(message.get("MessageBody", "")).encode())
    for name, value in (message.get("MessageAttributes") or {}).items():
        size += len(name.encode()) + len(str(value.get("DataType", "")).encode())
        size += len(str(value.get("StringValue") or "").encode()) + len(str(value.get("BinaryValue") or "")) * 3 // 4
    return size


def _messages(call):
    if "Entries" in call:
        return [(f"Entries[{i}]", entry) for i, entry in enumerate(call["Entries"] or [])]
    return [("", call)]


def sqs_batch(call):
    entries = call.get("Entries") or []
    ids = [entry.get("Id") for entry in entries]
    if not 1 <= len(entries) <= 10 or len(set(ids)) != len(ids):
        yield "Entries"


def sqs_size(call):
    if sum(_message_size(message) for _, message in _messages(call)) > MIB:
        yield "MessageBody"


def sqs_ids(call):
    for i, entry in enumerate(call.get("Entries") or []):
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", str(entry.get("Id", ""))):
            yield f"Entries[{i}].Id"


def sqs_body(call):
    allowed = r"[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+"
    for where, message in _messages(call):
        if not re.fullmatch(allowed, str(message.get("MessageBody", ""))):
            yield f"{where}.MessageBody".lstrip(".")


def sqs_delay(call):
    for where, message in _messages(call):
        if not 0 <= int(message.get("DelaySeconds") or 0) <= 900:
            yield f"{where}.DelaySeconds".lstrip(".")


def sqs_attributes(call):
    for where, message in _messages(call):
        attributes = message.get("MessageAttributes") or {}
        if len(attributes) > 10:
            yield f"{where}.MessageAttributes".lstrip(".")
        for name, value in attributes.items():
            kind = str(value.get("DataType", "")).split(".")[0]
            bad_name = not re.fullmatch(r"(?!(?i:aws\.|amazon\.))(?!\.)(?!.*\.\.)[A-Za-z0-9_.-]{1,256}(?<!\.)", name)
            if bad_name or kind not in ("String", "Number", "Binary") or not (
                    value.get("StringValue") or value.get("BinaryValue")):
                yield f"{where}.MessageAttributes.{name}".lstrip(".")


def sqs_receive(call):
    if not 1 <= int(call.get("MaxNumberOfMessages") or 1) <= 10:
        yield "MaxNumberOfMessages"
    if not 0 <= int(call.get("WaitTimeSeconds") or 0) <= 20:
        yield "WaitTimeSeconds"


# ── EventBridge ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def event_size(call):
    size = 0
    for entry in call.get("Entries") or []:
        size += 14 if entry.get("Time") is not None else 0
        size += sum(len(str(entry.get(part) or "").encode()) for part in ("Source", "DetailType", "Detail"))
        size += sum(len(str(resource).encode()) for resource in entry.get("Resources") or [])
    if size > 256 * KIB:
        yield "Entries"


def event_parts(call):
    for i, entry in enumerate(call.get("Entries") or []):
        for part in ("Source", "DetailType", "Detail"):
            if not entry.get(part):
                yield f"Entries[{i}].{part}"
        try:
            if entry.get("Detail") and not isinstance(json.loads(entry["Detail"]), dict):
                yield f"Entries[{i}].Detail"
        except ValueError:
            yield f"Entries[{i}].Detail"


def event_source(call):
    for i, entry in enumerate(call.get("Entries") or []):
        if str(entry.get("Source", "")).startswith("aws."):
            yield f"Entries[{i}].Source"


# ── DynamoDB ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
KEY_NAMES = {"PK": 2048, "duePK": 2048, "SK": 1024, "dueSK": 1024}


def _size(value):
    """DynamoDB Developer Guide, 'Item sizes and formats'."""
    kind, inner = next(iter(value.items()), ("NULL", True))
    if kind == "S":
        return len(str(inner).encode())
    if kind == "N":
        return len(str(inner)) // 2 + 2
    if kind == "B":
        return len(base64.b64decode(inner))
    if kind == "M":
        return 3 + sum(len(name.encode()) + _size(each) + 1 for name, each in inner.items())
    if kind == "L":
        return 3 + sum(_size(each) + 1 for each in inner)
    if kind in ("SS", "NS", "BS"):
        return sum(_size({kind[0]: each}) for each in inner)
    return 1


def _item_size(item):
    return sum(len(name.encode()) + _size(value) for name, value in item.items())


def _writes(call):
    """Each item that the call writes, with its position in the call."""
    if "Item" in call:
        yield "Item", call["Item"]
    for table, requests in _tables(call):
        for i, request in enumerate(requests):
            if "PutRequest" in request:
                yield f"RequestItems.{table}[{i}]", request["PutRequest"].get("Item") or {}
    for i, action in enumerate(call.get("TransactItems") or []):
        if "Put" in action:
            yield f"TransactItems[{i}].Put", action["Put"].get("Item") or {}


def _tables(call):
    for table, requests in (call.get("RequestItems") or {}).items():
        if isinstance(requests, list):
            yield table, requests


def _keys(call):
    """Each key in the call."""
    for name in ("Key", "ExclusiveStartKey"):
        if isinstance(call.get(name), dict):
            yield name, call[name]
    for table, requests in (call.get("RequestItems") or {}).items():
        if isinstance(requests, dict):
            for i, key in enumerate(requests.get("Keys") or []):
                yield f"RequestItems.{table}.Keys[{i}]", key
        else:
            for i, request in enumerate(requests or []):
                if "DeleteRequest" in request:
                    yield f"RequestItems.{table}[{i}]", request["DeleteRequest"].get("Key") or {}
    for i, action in enumerate(call.get("TransactItems") or []):
        for kind in ("Update", "Delete", "ConditionCheck", "Get"):
            if kind in action:
                yield f"TransactItems[{i}].{kind}", action[kind].get("Key") or {}
    yield from _writes(call)


def item_size(call):
    for where, item in _writes(call):
        if _item_size(item) > 400 * KIB:
            yield where


def _identity(key):
    return json.dumps({name: key.get(name) for name in ("PK", "SK")}, sort_keys=True)


def _twice(where, keys):
    seen = [_identity(key) for key in keys]
    if len(set(seen)) != len(seen):
        yield where


def batch_write(call):
    requests = [request for _, each in _tables(call) for request in each]
    if not 1 <= len(requests) <= 25:
        yield "RequestItems"
    if sum(_item_size(item) for _, item in _writes(call)) > 16 * MIB:
        yield "RequestItems (size)"
    for table, each in _tables(call):
        yield from _twice(f"RequestItems.{table}", [
            (request.get("PutRequest") or {}).get("Item") or (request.get("DeleteRequest") or {}).get("Key") or {}
            for request in each])


def batch_get(call):
    keys = [(table, each.get("Keys") or []) for table, each in (call.get("RequestItems") or {}).items()]
    if not 1 <= sum(len(each) for _, each in keys) <= 100:
        yield "RequestItems"
    for table, each in keys:
        yield from _twice(f"RequestItems.{table}.Keys", each)


def transaction(call):
    actions = call.get("TransactItems") or []
    if not 1 <= len(actions) <= 100 or any(len(action) != 1 for action in actions):
        yield "TransactItems"
    if sum(_item_size(item) for _, item in _writes(call)) > 4 * MIB:
        yield "TransactItems (size)"
    yield from _twice("TransactItems", [
        (each.get("Item") or each.get("Key") or {}) for action in actions for each in action.values()])


def token(call):
    given = call.get("ClientRequestToken")
    if given is not None and not 1 <= len(given) <= 36:
        yield "ClientRequestToken"


def keys(call):
    for where, key in _keys(call):
        for name, longest in KEY_NAMES.items():
            value = (key.get(name) or {}).get("S")
            if value is not None and not 1 <= len(value.encode()) <= longest:
                yield f"{where}.{name}"


def _expressions(call):
    """Each group of expressions with its own names and values."""
    groups = [call] + [each for action in call.get("TransactItems") or [] for each in action.values()]
    groups += [each for each in (call.get("RequestItems") or {}).values() if isinstance(each, dict)]
    return groups


def expressions(call):
    for group in _expressions(call):
        texts = [str(text) for name, text in group.items() if name.endswith("Expression") and text]
        if any(len(text.encode()) > 4 * KIB for text in texts):
            yield "an expression"
        for kind, sign in (("ExpressionAttributeNames", "#"), ("ExpressionAttributeValues", ":")):
            given = group.get(kind)
            used = set(re.findall(sign + r"[A-Za-z0-9_]+", " ".join(texts)))
            if given is not None and not given:
                yield kind
            if set(given or ()) != used:
                yield kind


def _values(value):
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in ("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS"):
            yield value
        for each in value.values():
            yield from _values(each)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each)


def _typed(value):
    """Each attribute value, including nested ones."""
    yield value
    for each in (value.get("M") or {}).values():
        yield from _typed(each)
    for each in value.get("L") or []:
        yield from _typed(each)


def one_type(call):
    top = [value for _, item in _keys(call) for value in item.values()]
    for group in _expressions(call):
        top += (group.get("ExpressionAttributeValues") or {}).values()
    for value in (each for given in top for each in _typed(given)):
        if len(value) != 1:
            yield f"the value of the types {sorted(value)}"


def numbers(call):
    for value in _values(call):
        given = [value["N"]] if "N" in value else value.get("NS") or []
        for each in given if isinstance(given, list) else []:
            digits = re.fullmatch(r"[+-]?(\d*)\.?(\d*)([eE][+-]?\d+)?", str(each))
            if not digits or not 1 <= len((digits[1] + digits[2]).strip("0") or "0") <= 38 or not digits[1] + digits[2]:
                yield f"the number {each!r}"


def sets(call):
    for value in _values(call):
        for kind in ("SS", "NS", "BS"):
            given = value.get(kind)
            if isinstance(given, list) and (not given or len(set(given)) != len(given)):
                yield f"a set {kind}"


def secret(call):
    if not re.fullmatch(r"\S{1,2048}", str(call.get("SecretId", ""))):
        yield "SecretId"


MAIL = ("sesv2.SendEmail",)
SEND = ("sqs.SendMessage", "sqs.SendMessageBatch")
DYNAMO = tuple("dynamodb." + name for name in (
    "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem", "TransactWriteItems",
    "TransactGetItems"))
RULES = (
    Rule("characters of message tags", TAG, MAIL, tags),
    Rule("length of a tag's value", TAG_VALUE_LENGTH, MAIL, tag_length),
    Rule("headers that SES sets", HEADER_FIELDS, MAIL, headers_of_ses),
    Rule("length of a header", HEADER, MAIL, header_length),
    Rule("number of recipients", RECIPIENTS, MAIL, recipients),
    Rule("size of an email", MESSAGE_SIZE, MAIL, message_size),
    Rule("names of attachments", ATTACHMENT, MAIL, attachments),
    Rule("characters of addresses", ASCII, MAIL, addresses),
    Rule("content of an email", CONTENT, MAIL, content),
    Rule("entries of a batch", SQS_BATCH, ("sqs.SendMessageBatch", "sqs.DeleteMessageBatch"), sqs_batch),
    Rule("size of a batch", SQS_BATCH, SEND, sqs_size),
    Rule("ids in a batch", SQS_ID, ("sqs.SendMessageBatch", "sqs.DeleteMessageBatch"), sqs_ids),
    Rule("characters of a message", SQS_BODY, SEND, sqs_body),
    Rule("delay of a message", SQS_DELAY, SEND, sqs_delay),
    Rule("attributes of a message", SQS_ATTRIBUTES, SEND, sqs_attributes),
    Rule("receiving", SQS_RECEIVE, ("sqs.ReceiveMessage",), sqs_receive),
    Rule("size of events", EVENT, ("events.PutEvents",), event_size),
    Rule("parts of an event", EVENT_PARTS, ("events.PutEvents",), event_parts),
    Rule("source of an event", EVENT_SOURCE, ("events.PutEvents",), event_source),
    Rule("size of an item", ITEM_SIZE, DYNAMO, item_size),
    Rule("batch of writes", BATCH_WRITE, ("dynamodb.BatchWriteItem",), batch_write),
    Rule("batch of reads", BATCH_GET, ("dynamodb.BatchGetItem",), batch_get),
    Rule("transaction", TRANSACTION, ("dynamodb.TransactWriteItems", "dynamodb.TransactGetItems"), transaction),
    Rule("token of a transaction", TOKEN, ("dynamodb.TransactWriteItems",), token),
    Rule("values of keys", KEYS, DYNAMO, keys),
    Rule("expressions", EXPRESSION, DYNAMO, expressions),
    Rule("type of a value", ONE_TYPE, DYNAMO, one_type),
    Rule("numbers", NUMBER, DYNAMO, numbers),
    Rule("sets", SET, DYNAMO, sets),
    Rule("names of secrets", SECRET, ("secretsmanager.GetSecretValue",), secret),
)
