"""Runs scripts with fake tools and servers in the place of AWS."""

import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
import time

import pytest
from deployment import TEMPLATE

SCRIPTS = TEMPLATE.parent / "scripts"
ROTATE = SCRIPTS / "rotate-link-key"
SMOKE = SCRIPTS / "smoke"
DEPLOY = SCRIPTS / "deploy"
DAY = 86400
# Behaves like Secrets Manager: AWSCURRENT becomes AWSPREVIOUS, and a token that was used for another value is refused.
# https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
AWS = """#!{python}
import json, os, sys, time
path = os.environ["VERSIONS"]
versions = json.load(open(path))
call, given = sys.argv[2], dict(zip(sys.argv[3::2], sys.argv[4::2]))
if call == "list-secret-version-ids":
    for each in versions:
        print(each["id"], ",".join(each["stages"]) or "None", each["at"], sep="\t")
elif call == "put-secret-value":
    value, token = sys.stdin.read(), given["--client-request-token"]
    if any(each["id"] == token and each["value"] != value for each in versions):
        sys.exit("An error occurred (ResourceExistsException) when calling the PutSecretValue operation")
    for each in versions:
        each["stages"] = ["AWSPREVIOUS"] if "AWSCURRENT" in each["stages"] else []
    versions.append({{"id": token, "stages": ["AWSCURRENT"], "at": time.time(), "value": value}})
    json.dump(versions, open(path, "w"))
    print(token)
"""


class Secret:
    def __init__(self, folder, age_days):
        self.file = folder / "versions.json"
        self.file.write_text(json.dumps([{"id": "first", "stages": ["AWSCURRENT"], "at": time.time() - age_days * DAY, "value": "a"}]))
        aws = folder / "aws"
        aws.write_text(AWS.format(python=sys.executable))
        aws.chmod(0o755)
        self.environment = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "VERSIONS": str(self.file)}

    def rotate(self, *options):
        return subprocess.run([ROTATE, "arn:secret", *options], env=self.environment, capture_output=True, text=True, check=False)

    def staged(self):
        return {stage: each["id"] for each in json.loads(self.file.read_text()) for stage in each["stages"]}


@pytest.fixture
def secret(tmp_path):
    return Secret(tmp_path, age_days=1)


def test_a_second_rotation_is_refused_while_it_would_end_links_and_changes_nothing(secret):
    assert secret.rotate().returncode == 0
    after = secret.staged()
    assert after["AWSPREVIOUS"] == "first"
    again = secret.rotate()
    assert (again.returncode, secret.staged()) == (1, after)
    assert "90 days" in again.stderr


def test_a_second_rotation_after_90_days_is_accepted(tmp_path):
    secret = Secret(tmp_path, age_days=100)
    versions = json.loads(secret.file.read_text())
    secret.file.write_text(json.dumps([{"id": "older", "stages": ["AWSPREVIOUS"], "at": 0, "value": "z"}, *versions]))
    assert secret.rotate().returncode == 0
    assert secret.staged()["AWSPREVIOUS"] == "first"


def test_a_leaked_key_is_gone_after_each_rotation(secret):
    for _ in range(2):
        assert secret.rotate("--leaked").returncode == 0
        assert "first" not in secret.staged().values()


def test_the_key_is_neither_an_argument_nor_printed(secret):
    said = secret.rotate()
    values = [each["value"] for each in json.loads(secret.file.read_text())]
    assert all(len(value) == 64 for value in values[1:])
    assert not any(value in said.stdout + said.stderr for value in values[1:])


def test_a_rotation_needs_a_secret():
    said = called("rotate-link-key")
    assert (said.returncode, said.stderr) == (2, "usage: scripts/rotate-link-key SECRET [--leaked]\n")


@pytest.mark.parametrize("script", ["rotate-link-key", "deploy", "smoke"])
def test_help_says_how_a_script_is_called(script):
    said = called(script, "--help")
    assert (said.returncode, said.stderr) == (0, "")
    assert f"scripts/{script} " in said.stdout


@pytest.mark.parametrize("options", [["--leaked"], ["--leaked", "arn:secret"], ["arn:secret", "--leaked", "more"]])
def test_a_rotation_in_other_words_says_how_and_changes_nothing(secret, options):
    said = subprocess.run([ROTATE, *options], env=secret.environment, capture_output=True, text=True, check=False)
    assert (said.returncode, secret.staged()) == (2, {"AWSCURRENT": "first"})
    assert "usage: scripts/rotate-link-key SECRET [--leaked]" in said.stderr


def test_an_unknown_option_changes_nothing(secret):
    assert secret.rotate("--leeked").returncode == 2
    assert secret.staged() == {"AWSCURRENT": "first"}


class SomebodyElse(http.server.BaseHTTPRequestHandler):
    """Answers every request with a page of its own, as a proxy or a parked domain does."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>Welcome</html>")

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


class HangsUp(SomebodyElse):
    def do_GET(self):
        self.close_connection = True


@pytest.mark.parametrize(("answers", "expected"), [(SomebodyElse, "FAIL the API is up"), (HangsUp, "can be reached")])
def test_the_smoke_test_fails_in_words_at_a_server_that_is_not_the_product(answers, expected):
    with http.server.HTTPServer(("127.0.0.1", 0), answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        said = subprocess.run([SMOKE, f"http://127.0.0.1:{server.server_port}"], capture_output=True, text=True, check=False)
        server.shutdown()
    assert (said.returncode, said.stderr) == (1, "")
    assert expected in said.stdout


# Answers each call of mvn, sam and aws, and keeps the words of the call in a file; DENIED is what aws may not do.
TOOL = """#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
case "$*" in *"${DENIED:-nothing}"*) echo "AccessDeniedException" >&2; exit 254 ;; esac
case "$*" in *Max24HourSend*) echo 50000.0 ;; *DkimRecord1*) echo "$DKIM" ;; esac
"""
STAGE = """[trial.deploy.parameters]
stack_name = "pr-to-sales-trial"
parameter_overrides = ["Architecture=arm64", "FromAddress=coverage@sample.example"]
"""


class Deployment:
    def __init__(self, folder):
        self.folder, self.calls = folder, folder / "calls"
        (folder / "scripts").mkdir()
        shutil.copy(DEPLOY, folder / "scripts")
        (folder / "samconfig.toml").write_text(STAGE)
        self.calls.touch()
        (folder / "tools").mkdir()
        for tool in ("mvn", "sam", "aws"):
            (folder / "tools" / tool).write_text(TOOL)
            (folder / "tools" / tool).chmod(0o755)

    def run(self, *arguments, **environment):
        path = f"{self.folder / 'tools'}:/usr/bin:/bin"
        return subprocess.run(
            [self.folder / "scripts" / "deploy", *arguments],
            env=os.environ | {"PATH": path, "CALLS": str(self.calls), "DKIM": "name value"} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def deployed(self):
        return [call for call in self.calls.read_text().splitlines() if call.startswith("sam deploy")]


@pytest.fixture
def deployment(tmp_path):
    return Deployment(tmp_path)


def test_a_stage_is_deployed_with_the_quota_that_ses_reports(deployment):
    assert deployment.run("trial").returncode == 0
    assert "DailyMailQuota=50000" in deployment.deployed()[0].split()


@pytest.mark.parametrize("arguments", [("trial", "--chekc"), ("trial", ""), ("trial", "--check", "now"), ("trail",), ("--check",), ()])
def test_an_argument_that_deploy_does_not_know_builds_and_deploys_nothing(deployment, arguments):
    said = deployment.run(*arguments)
    assert (said.returncode, deployment.calls.read_text()) == (2, "")
    assert "usage: scripts/deploy STAGE [--check]" in said.stderr


def test_a_check_deploys_nothing(deployment):
    assert deployment.run("trial", "--check").returncode == 0
    assert deployment.deployed() == []


def test_a_stage_is_deployed_without_the_permission_to_read_the_quota(deployment):
    said = deployment.run("trial", DENIED="sesv2 get-account")
    assert said.returncode == 0
    assert "DailyMailQuota=0" in deployment.deployed()[0].split()
    assert "sandbox" not in said.stdout


def test_a_missing_tool_is_named_before_anything_is_built(deployment):
    (deployment.folder / "tools" / "aws").unlink()
    if shutil.which("aws", path="/usr/bin:/bin"):
        pytest.skip("this machine has the AWS CLI")
    said = deployment.run("trial")
    assert (said.returncode, deployment.calls.read_text()) == (2, "")
    assert "aws is not installed" in said.stderr
    assert deployment.run("trial", "--check").returncode == 0


def test_the_records_for_the_dns_are_printed(deployment):
    said = deployment.run("trial")
    assert "Add these DNS records" in said.stdout
    assert "  name value\n" in said.stdout


def test_a_stack_without_an_identity_of_its_own_asks_for_no_dns_records(deployment):
    said = deployment.run("trial", DKIM="")
    assert said.returncode == 0
    assert "DNS records" not in said.stdout


def called(script, *arguments, folder=None):
    return subprocess.run([SCRIPTS / script, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"PK\x03\x04\x14\x00\xff\xfe", "is a ZIP for spreadsheets"),
        (b"\xff\xfe\x00\x01", "is not an export"),
        (b"a,b\n1,2,3,4\n", "is not an export"),
        (b"week,group\n2026-W49,judged\n", "is not an export"),
        (b'{"items": []}', "is not an export"),
        (b'{"rows": 7}', "is not an export"),
        (b"record\nfigure\n", "is not an export"),
        (b"record,id\nweek,2026-W49\nfigure,\n", "is not an export"),
    ],
)
def test_recount_takes_no_other_file_for_an_export_with_differences(tmp_path, content, expected):
    file = tmp_path / "file"
    file.write_bytes(content)
    said = called("recount", file)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(f"recount: {file} {expected}")
    assert said.stderr.count("\n") == 1


def test_recount_says_which_file_it_cannot_read(tmp_path):
    said = called("recount", tmp_path / "none.csv")
    assert (said.returncode, said.stderr) == (2, f"recount: {tmp_path}/none.csv cannot be read: No such file or directory\n")


class Expired(SomebodyElse):
    def do_GET(self):
        self.send_response(401)
        self.end_headers()
        self.wfile.write(b'{"message":"Unauthorized"}')


class UnknownWeek(SomebodyElse):
    def do_GET(self):
        self.send_response(400)
        self.end_headers()
        self.wfile.write(b'{"title": "Not a week", "detail": "Enter a week such as 2026-W48."}')


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (Expired, "answers 401; get a new token (docs/operations.md, “A token for scripts”)"),
        (UnknownWeek, "answers 400: Enter a week such as 2026-W48."),
        (SomebodyElse, "does not answer with an export"),
        (HangsUp, "does not answer: "),
    ],
)
def test_recount_says_why_it_got_no_export(answers, expected):
    with http.server.HTTPServer(("127.0.0.1", 0), answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        said = called("recount", "--url", url, "--week", "2026-W49", "--token", "x")
        server.shutdown()
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(f"recount: {url} {expected}")
    assert said.stderr.count("\n") == 1


def test_a_file_that_cannot_be_searched_for_secrets_is_not_clean(tmp_path):
    (tmp_path / "clean").write_text("nothing")
    said = called("find-secrets", tmp_path / "clean", tmp_path / "none")
    assert (said.returncode, said.stderr) == (2, f"find-secrets: there is no file {tmp_path}/none\n")


@pytest.mark.parametrize("script", ["find-secrets", "sbom", "page-bench", "rehearse", "bench"])
def test_help_explains_the_script_and_does_nothing_else(tmp_path, script):
    said = called(script, "--help", folder=tmp_path)
    assert said.returncode == 0
    assert f"scripts/{script}" in said.stdout
    assert said.stderr == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("script", "argument", "expected"),
    [
        ("sbom", "--nonsense", "there is no option --nonsense; see scripts/sbom --help"),
        ("find-secrets", "--nonsense", "there is no option --nonsense; see scripts/find-secrets --help"),
        ("page-bench", "none.jsonl", "none.jsonl cannot be read: No such file or directory"),
        ("mutants", "nothing", "there is no package nothing in shared/domain; give one or several of its packages"),
        ("bench", "BenchEdges", "there is no benchmark BenchEdges; see scripts/bench --help"),
        ("bench", "BenchNothing", "there is no benchmark BenchNothing; see scripts/bench --help"),
    ],
)
def test_an_argument_that_a_script_cannot_use_is_reported(script, argument, expected):
    said = called(script, argument)
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"{script}: {expected}\n")
