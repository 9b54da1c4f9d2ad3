"""Checks a call, as it was sent, against AWS's own model of the operation.

The models are those of the PyPI package botocore. Its own validator checks only types, required members and lower bounds.
This one checks every constraint that a model states: required members, types, lengths, ranges, patterns and enums. It also
reports members that the model does not know.
"""
import base64
import binascii
import json
import re
import urllib.parse

import botocore
import botocore.session

SERVICES = ("dynamodb", "sqs", "events", "secretsmanager", "sesv2", "lambda", "sns")
_models = {}


def model(service):
    """The model of a service; None if there is none."""
    if service not in SERVICES:
        return None
    if service not in _models:
        _models[service] = botocore.session.get_session().get_service_model(service)
    return _models[service]


def broken(call):
    """Each rule of the model that the call breaks, as (where, rule)."""
    service = model(call["service"])
    if service is None:
        return [("", f"no service {call['service']}")]
    if call["operation"] not in service.operation_names:
        return [("", f"no operation {call['operation']} in {call['service']}")]
    operation = service.operation_model(call["operation"])
    given = call.get("input") or {}
    if operation.http.get("requestUri", "/") != "/" or service.protocol.startswith("rest"):
        return list(_rest(operation, given))
    if operation.input_shape is None:
        return [("", "the operation takes no input")] if given else []
    return list(_value(operation.input_shape, given, ""))


def members(call):
    """The input as the operation's members, wherever in the request they are."""
    given = call.get("input") or {}
    if call["service"] in ("sesv2", "lambda"):
        return given.get("body") or {}
    return given


def _rest(operation, given):
    """Reads a REST call's members from its path, query and body."""
    path, _, query = str(given.get("path", "")).partition("?")
    template = operation.http["requestUri"].partition("?")[0]
    names = re.findall(r"{([^}]+)}", template)
    pattern = "".join(
        re.escape(part) if not part.startswith("{") else "(.+)" if part.endswith("+}") else "([^/]+)"
        for part in re.split(r"({[^}]+})", template))
    match = re.fullmatch(pattern + "/?", path)
    if not match:
        yield "", f"the path {path} is not {template}"
        return
    shape = operation.input_shape
    body = dict(given.get("body") or {})
    if shape is None:
        if body:
            yield "", "the operation takes no input"
        return
    values = {}
    payload = shape.serialization.get("payload")
    if payload and shape.members[payload].type_name == "blob":
        # The body is the caller's own bytes, such as a function's input.
        values[payload] = base64.b64encode(json.dumps(body).encode()).decode()
        body = {}
    in_path = dict(zip((name.rstrip("+") for name in names), match.groups()))
    in_query = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
    for name, member in shape.members.items():
        place = member.serialization.get("location")
        wire = member.serialization.get("name", name)
        if place == "uri" and wire in in_path:
            values[name] = urllib.parse.unquote(in_path[wire])
        elif place == "querystring" and wire in in_query:
            values[name] = in_query.pop(wire)
        elif place is None and wire in body:
            values[name] = body.pop(wire)
    for name in list(in_query) + list(body):
        yield name, "a member that the model does not know"
    yield from _value(shape, values, "")


def _value(shape, value, where):
    check = {
        "structure": _structure, "list": _list, "map": _map, "string": _string, "blob": _blob, "boolean": _boolean,
        "integer": _number, "long": _number, "float": _number, "double": _number, "timestamp": _timestamp,
    }[shape.type_name]
    yield from check(shape, value, where)


def _structure(shape, value, where):
    if not isinstance(value, dict):
        yield where, f"not a structure but {type(value).__name__}"
        return
    known = {member.serialization.get("name", name): (name, member) for name, member in shape.members.items()}
    for name in shape.required_members:
        wire = shape.members[name].serialization.get("name", name)
        if value.get(wire, value.get(name)) is None:
            yield _at(where, name), "a required member is missing"
    present = [name for name, each in value.items() if each is not None]
    if shape.is_tagged_union and len(present) != 1:
        yield where, f"a union has one member, not {len(present)}"
    for name in present:
        if name in known:
            yield from _value(known[name][1], value[name], _at(where, name))
        elif name in shape.members:
            yield from _value(shape.members[name], value[name], _at(where, name))
        else:
            yield _at(where, name), "a member that the model does not know"


def _list(shape, value, where):
    if not isinstance(value, list):
        yield where, f"not a list but {type(value).__name__}"
        return
    yield from _size(shape, len(value), where, "entries")
    for i, each in enumerate(value):
        yield from _value(shape.member, each, f"{where}[{i}]")


def _map(shape, value, where):
    if not isinstance(value, dict):
        yield where, f"not a map but {type(value).__name__}"
        return
    yield from _size(shape, len(value), where, "entries")
    for name, each in value.items():
        yield from _value(shape.key, name, f"{where} key")
        yield from _value(shape.value, each, _at(where, name))


def _string(shape, value, where):
    if not isinstance(value, str):
        yield where, f"not a string but {type(value).__name__}"
        return
    yield from _size(shape, len(value), where, "characters")
    if shape.enum and value not in shape.enum:
        yield where, f"{value!r} is not one of the enum"
    pattern = shape.metadata.get("pattern")
    if pattern and not _matches(pattern, value):
        yield where, f"does not match the pattern {pattern}"


def _matches(pattern, value):
    """Matches the whole value, as AWS does. Java pattern syntax that Python lacks is translated."""
    translated = (pattern.replace(r"\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}", r"\w\W")
                  .replace(r"\p{L}", r"^\W\d_").replace(r"\p{N}", r"\d").replace(r"\p{Z}", r"\s"))
    return re.fullmatch(translated, value, re.DOTALL) is not None


def _blob(shape, value, where):
    if not isinstance(value, str):
        yield where, f"not base64 but {type(value).__name__}"
        return
    try:
        yield from _size(shape, len(base64.b64decode(value, validate=True)), where, "bytes")
    except (binascii.Error, ValueError):
        yield where, "not base64"


def _boolean(shape, value, where):
    if not isinstance(value, bool):
        yield where, f"not a boolean but {type(value).__name__}"


def _number(shape, value, where):
    whole = shape.type_name in ("integer", "long")
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
        yield where, f"not a number of the type {shape.type_name} but {type(value).__name__}"
        return
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if low is not None and value < low or high is not None and value > high:
        yield where, f"{value} is not from {low} to {high}"


def _timestamp(shape, value, where):
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        yield where, f"not a time but {type(value).__name__}"


def _size(shape, size, where, what):
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if low is not None and size < low:
        yield where, f"{size} {what}, fewer than {low}"
    if high is not None and size > high:
        yield where, f"{size} {what}, more than {high}"


def _at(where, name):
    return f"{where}.{name}" if where else name
