"""The template as CloudFormation sees it: expanded by the SAM transform, with its conditions evaluated."""

import copy
import json
import os
import re
from fnmatch import fnmatchcase
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

TEMPLATE = Path(__file__).parent.parent / "template.yaml"
NO_VALUE = {"Ref": "AWS::NoValue"}
ONLY_REQUIRED = {"FromAddress": "coverage@example.com"}
OWN_ISSUER = ONLY_REQUIRED | {"JwtIssuer": "https://id.example.com/realm", "JwtAudience": "pr-to-sales"}
MORE_RESOURCES = ONLY_REQUIRED | {"MailDomain": "example.com", "RoleGroups": "pr=PR Agency", "AlarmEmail": "ops@example.com", "CustomBaseUrl": "https://c.example.com"}


@lru_cache
def source():
    return yaml_parse(TEMPLATE.read_text())


def expanded():
    """The SAM transform's output, with conditions not yet evaluated and code treated as uploaded."""
    return expanded_for(ONLY_REQUIRED)


def expanded_for(parameters, upload="s3://artifacts/", routes=True):
    return _expanded(tuple(sorted(parameters.items())), upload, routes)


@lru_cache(maxsize=None)
def _expanded(parameters, upload, routes):
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    template = copy.deepcopy(source())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            properties = resource["Properties"]
            properties["CodeUri"] = upload + properties["CodeUri"]
            if not routes:
                events = properties.get("Events", {})
                properties["Events"] = {name: event for name, event in events.items() if event["Type"] != "HttpApi"}
    defaults = {name: p["Default"] for name, p in template["Parameters"].items() if "Default" in p}
    # The template uses none of AWS's managed policies, so the translator does not need to know any.
    return Translator({}, Parser()).translate(template, parameter_values=defaults | dict(parameters))


class Deployment:
    def __init__(self, parameters, upload="s3://artifacts/", routes=True):
        """routes=False leaves out the API's routes: the functions stay the same, and expanding takes a fifth of the time."""
        template = expanded_for(parameters, upload, routes)
        self.parameters = {n: p.get("Default") for n, p in source()["Parameters"].items()} | parameters
        self.conditions = template["Conditions"]
        self.resources = {
            name: self._decided({k: v for k, v in resource.items() if k != "Condition"})
            for name, resource in template["Resources"].items()
            if "Condition" not in resource or self._holds(resource["Condition"])
        }

    def of_type(self, resource_type):
        return {n: r.get("Properties", {}) for n, r in self.resources.items() if r["Type"] == resource_type}

    def properties(self, name):
        return self.resources[name]["Properties"]

    def named_by(self, reference):
        """The logical id in a Ref or a GetAtt."""
        if "Ref" in reference:
            return reference["Ref"]
        return reference["Fn::GetAtt"][0]

    @property
    def functions(self):
        return self.of_type("AWS::Lambda::Function")

    @property
    def routes(self):
        paths = self.properties("HttpApi")["Body"]["paths"]
        return {
            path if path == "$default" else f"{method.upper()} {path}": operation
            for path, operations in paths.items()
            for method, operation in operations.items()
        }

    def function_behind(self, operation):
        uri = operation["x-amazon-apigateway-integration"]["uri"]["Fn::Sub"]
        alias = re.search(r"functions/\$\{(\w+)\}", uri).group(1)
        return self.named_by(self.properties(alias)["FunctionName"])

    def function_started_by(self, target):
        """The function whose alias is the target of an event source, a rule, a schedule or a permission."""
        alias = self.named_by(target)
        assert self.resources[alias]["Type"] == "AWS::Lambda::Alias", f"{alias} is not an alias"
        return self.named_by(self.properties(alias)["FunctionName"])

    def statements(self, role):
        """Everything a role may and may not do, including our policies attached to it."""
        properties = self.properties(role)
        documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
        for attached in properties.get("ManagedPolicyArns", []):
            documents.append(self.properties(attached["Ref"])["PolicyDocument"])
        return [statement for document in documents for statement in listed(document["Statement"])]

    def role_of(self, function):
        return self.named_by(self.properties(function)["Role"])

    def policy_statements(self):
        """Every statement of every policy in the template, with the resource it belongs to."""
        for name, resource in self.resources.items():
            for document in documents_in(resource.get("Properties", {})):
                for statement in listed(document["Statement"]):
                    yield name, statement

    def value(self, value):
        """A value as CloudFormation would compute it from the parameters; references to resources get a made-up id."""
        if isinstance(value, list):
            return [self.value(part) for part in value]
        if not isinstance(value, dict):
            return value
        if len(value) != 1 or not ("Ref" in value or next(iter(value)).startswith("Fn::")):
            return {key: self.value(part) for key, part in value.items()}
        ((function, argument),) = value.items()
        match function:
            case "Ref":
                return self._reference(argument)
            case "Fn::GetAtt":
                name, _, attribute = (argument if isinstance(argument, str) else ".".join(argument)).partition(".")
                return f"{self._reference(name)}.{attribute}"
            case "Fn::Sub":
                text, given = argument if isinstance(argument, list) else (argument, {})
                return re.sub(r"\$\{([^!}][^}]*)\}", lambda m: str(self._placeholder(m.group(1), given)), text)
            case "Fn::Select":
                index, values = argument
                return self.value(values)[int(index)]
            case "Fn::Split":
                separator, text = argument
                return self.value(text).split(separator)
            case "Fn::If":
                return self.value(self._decided(value))
        raise ValueError(f"unknown function {function}")

    def _placeholder(self, name, given):
        if name in given:
            return self.value(given[name])
        return self.value({"Fn::GetAtt": name} if "." in name else {"Ref": name})

    def _reference(self, name):
        if name in self.parameters:
            return str(self.parameters[name])
        if name.startswith("AWS::") or name not in self.resources:
            return name
        resource = self.resources[name]
        # A policy with a changed description is replaced: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html
        if resource["Type"] == "AWS::IAM::ManagedPolicy":
            described = self.value(resource["Properties"]["Description"])
            return f"arn:aws:iam::123456789012:policy/{name}-{sha256(described.encode()).hexdigest()[:12]}"
        return f"made-{name}"

    def references(self):
        """For each resource, the resources that it refers to."""
        return {name: set(references_in(resource)) & self.resources.keys() for name, resource in self.resources.items()}

    def _holds(self, condition):
        if isinstance(condition, str):
            return self._holds(self.conditions[condition])
        (function, argument), *_ = condition.items()
        match function:
            case "Condition":
                return self._holds(self.conditions[argument])
            case "Fn::Equals":
                left, right = (self._value(side) for side in argument)
                return left == right
            case "Fn::Not":
                return not self._holds(argument[0])
            case "Fn::And":
                return all(self._holds(part) for part in argument)
            case "Fn::Or":
                return any(self._holds(part) for part in argument)
        raise ValueError(f"unknown condition {function}")

    def _value(self, value):
        return str(self.parameters[value["Ref"]] if isinstance(value, dict) else value)

    def _decided(self, value):
        if isinstance(value, dict):
            if "Fn::If" in value:
                condition, then, otherwise = value["Fn::If"]
                return self._decided(then if self._holds(condition) else otherwise)
            decided = {key: self._decided(part) for key, part in value.items()}
            return {k: v for k, v in decided.items() if v != NO_VALUE}
        if isinstance(value, list):
            return [part for part in map(self._decided, value) if part != NO_VALUE]
        return value


def listed(value):
    return value if isinstance(value, list) else [value]


def folder_of(function):
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in function).strip("-")


def documents_in(value):
    if isinstance(value, dict):
        if "Statement" in value:
            yield value
        for part in value.values():
            yield from documents_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from documents_in(part)


def references_in(value):
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "Ref":
                yield part
            elif key == "Fn::GetAtt":
                yield part[0] if isinstance(part, list) else part.split(".")[0]
            elif key == "DependsOn":
                yield from listed(part)
            elif key == "Fn::Sub":
                text, given = part if isinstance(part, list) else (part, {})
                yield from (n.split(".")[0] for n in re.findall(r"\$\{([^!}][^}]*)\}", text) if n not in given)
                yield from references_in(given)
            else:
                yield from references_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from references_in(part)


def matches(statement, action, table, partition):
    """Whether a statement is about an action on one partition of a table."""
    if not any(fnmatchcase(action.lower(), a.lower()) for a in listed(statement["Action"])):
        return False
    if not any(r in ("*", table) for r in listed(statement["Resource"])):
        return False
    for operator, keys in statement.get("Condition", {}).items():
        if "dynamodb:LeadingKeys" in keys:
            assert operator in ("ForAllValues:StringLike", "ForAnyValue:StringLike")
            if not any(fnmatchcase(partition, p) for p in listed(keys["dynamodb:LeadingKeys"])):
                return False
    return True


def may(statements, action, table, partition):
    speaking = [s["Effect"] for s in statements if matches(s, action, table, partition)]
    return "Allow" in speaking and "Deny" not in speaking


if __name__ == "__main__":
    print(json.dumps(expanded(), indent=2))
