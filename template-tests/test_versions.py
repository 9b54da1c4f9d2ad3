"""A deployment takes effect: the alias `live` moves to a new version whenever the code or a parameter changes a function,
and only then, because Lambda refuses to publish a version that equals the previous one.

SAM names a version by its code and by its environment as written in the template, and CloudFormation replaces a version when its
description changes:
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html"""

import re

import pytest
from deployment import ONLY_REQUIRED, MORE_RESOURCES, OWN_ISSUER, Deployment, expanded, source

# Two values for each free-text parameter. A parameter missing here fails the first test.
TEXTS = {
    "FromAddress": ("coverage@example.com", "pr@mail.example.com"),
    "MailDomain": ("example.com", "example.org"),
    "MailFromLabel": ("bounce", "returns"),
    "RecipientDomains": ("example.com", "example.com distributor:partner.example"),
    "JwtIssuer": ("https://id.example.com/realm", "https://id.example.com/other"),
    "JwtAudience": ("pr-to-sales", "other"),
    "JwtOrigins": ("https://tokens.example.com", "https://tokens.example.org https://b.example.org"),
    "RolesClaim": ("groups", "https://example.com/roles"),
    "RoleGroups": ("pr=PR Agency;ops=Sales Operations", "pr=PR Agency;pr=Press"),
    "CustomBaseUrl": ("https://coverage.example.com", "https://coverage.example.org/pr"),
    "CompanyColor": ("#0f6b62", "#c8102e"),
    "AlarmTopicArn": ("arn:aws:sns:eu-west-1:123456789012:one", "arn:aws:sns:eu-west-1:123456789012:two"),
    "AlarmEmail": ("ops@example.com", "it@example.com"),
    "ExistingTable": ("coverage-restored", "pr-to-sales-Table-ABCDEFGHIJKL1"),
    "AuditTimezone": ("UTC", "America/New_York"),
    "SlackWebhookUrl": ("https://hooks.slack.com/services/a", "https://hooks.slack.com/services/b"),
    "AwsEndpointUrl": ("http://localhost:4566", "http://localhost:5000"),
}
# The output that shows what the stack uses if the parameter is empty.
USED_IF_EMPTY = {
    "CustomBaseUrl": "ApiUrl",
    "JwtIssuer": "Issuer",
    "JwtAudience": "UserPoolClientId",
    "JwtOrigins": "SignInUrl",
    "ExistingTable": "TableName",
}
BASES = {"only_required": ONLY_REQUIRED, "own_issuer": OWN_ISSUER, "more_resources": MORE_RESOURCES}
# Properties of a function that are not part of its versions.
NOT_VERSIONED = {"ReservedConcurrentExecutions", "Tags"}
LONGEST_STACK_NAME = 60


def values(name):
    parameter = source()["Parameters"][name]
    if "AllowedValues" in parameter:
        return [str(value) for value in parameter["AllowedValues"][:2]]
    if parameter["Type"] == "Number":
        return [str(parameter["Default"]), str(parameter["Default"] + 1)]
    default = [parameter["Default"]] if parameter.get("Default") == "" else []
    return [*default, *used_if_empty(name), *TEXTS[name]]


def used_if_empty(name):
    if name not in USED_IF_EMPTY:
        return []
    output = expanded()["Outputs"][USED_IF_EMPTY[name]]["Value"]
    return [Deployment(ONLY_REQUIRED).value(output)]


def versioned(deployment):
    """The parts of each function that are part of its versions."""
    return {
        name: deployment.value({k: v for k, v in function.items() if k not in NOT_VERSIONED})
        for name, function in deployment.functions.items()
    }


def versions(deployment):
    """The version resource behind each function's alias, and the description that decides whether it is replaced."""
    live = {}
    for alias in deployment.of_type("AWS::Lambda::Alias").values():
        (version, attribute) = alias["FunctionVersion"]["Fn::GetAtt"]
        assert (alias["Name"], attribute) == ("live", "Version")
        description = deployment.value(deployment.properties(version)["Description"])
        live[deployment.named_by(alias["FunctionName"])] = (version, description)
    return live


def without_routes(parameters, upload="s3://artifacts/"):
    return Deployment(parameters, upload, routes=False)


@pytest.mark.parametrize("base", BASES)
def test_the_apis_routes_are_not_part_of_a_version(base):
    """So the tests below need not expand them hundreds of times."""
    whole, bare = Deployment(BASES[base]), without_routes(BASES[base])
    assert len(whole.routes) > 40
    assert versioned(whole) == versioned(bare)
    assert versions(whole) == versions(bare)


def different(one, other):
    return {name for name in one if one[name] != other[name]}


def pairs(name):
    known = values(name)
    return list(zip(known, known[1:], strict=False))


def test_every_parameter_has_allowed_values_to_try():
    for name, parameter in source()["Parameters"].items():
        assert len(set(values(name))) >= 2, name
        for value in values(name):
            assert re.search(parameter.get("AllowedPattern", ""), value), name
            assert len(value) <= parameter.get("MaxLength", 10**6), name


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("name", source()["Parameters"])
def test_a_changed_parameter_creates_versions_of_exactly_the_functions_that_it_changes(base, name):
    for before, after in pairs(name):
        one, other = (without_routes(BASES[base] | {name: value}) for value in (before, after))
        assert different(versions(one), versions(other)) == different(versioned(one), versioned(other)), (before, after)


def test_parameters_that_change_functions_are_detected():
    """Proves that the test above can fail: these parameters do change the functions."""
    for name, changed in {
        "FromAddress": {"RepNotification", "WeeklyAudit", "PageReader"},
        "CustomBaseUrl": {"RepNotification", "WeeklyAudit"},
        "CompanyColor": {"PlacementIntake", "RepNotification", "RepResponse", "WeeklyAudit", "AuditPages"},
        "Senders": {"RepNotification"},
        "RecipientDomains": {"Directory"},
        "RoleGroups": {"PlacementIntake", "Directory", "AuditPages"},
    }.items():
        before, after = pairs(name)[-1]
        one, other = (without_routes(OWN_ISSUER | {name: value}) for value in (before, after))
        assert changed <= different(versions(one), versions(other)), name


@pytest.mark.parametrize("base", BASES)
def test_changed_code_creates_a_version_of_each_function(base):
    one, other = (without_routes(BASES[base], upload) for upload in ("s3://artifacts/", "s3://artifacts/changed/"))
    assert different(versions(one), versions(other)) == one.functions.keys()


@pytest.mark.parametrize("base", BASES)
def test_the_same_deployment_again_creates_no_version(base):
    assert versions(without_routes(BASES[base])) == versions(without_routes(dict(BASES[base])))


def test_no_setting_makes_a_description_longer_than_aws_allows():
    """256 characters for a version, 1000 for a policy."""
    longest = {name: longest_of(parameter) for name, parameter in source()["Parameters"].items()}
    settings = Deployment(ONLY_REQUIRED).properties("Settings")["Description"]["Fn::Sub"]
    assert length(settings, longest) <= 1000
    # CloudFormation names a policy stack-Settings-ABCDEFGHIJKL.
    policy = LONGEST_STACK_NAME + len("-Settings-") + 12
    for name in Deployment(ONLY_REQUIRED).functions:
        text = source()["Resources"][name]["Properties"]["VersionDescription"]["Fn::Sub"][0]
        assert length(text, longest | {"Settings": policy}) <= 256, name


def longest_of(parameter):
    if "AllowedValues" in parameter:
        return max(len(str(value)) for value in parameter["AllowedValues"])
    return len(str(parameter["MaxValue"])) if "MaxValue" in parameter else parameter.get("MaxLength", 10**6)


def length(text, longest):
    names = re.findall(r"\$\{(\w+)\}", text)
    return len(re.sub(r"\$\{\w+\}", "", text)) + sum(longest[name] for name in names)
