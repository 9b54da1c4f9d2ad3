"""Lists what is left on an endpoint after a run that should remove everything; exits with 1 if anything is.

    python call-checks/leftovers.py URL
"""
import sys

import boto3


def left(url):
    def client(service):
        return boto3.client(service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="test",
                            aws_secret_access_key="test")

    events, ses = client("events"), client("sesv2")
    buses = [bus["Name"] for bus in events.list_event_buses()["EventBuses"]]
    return {
        "tables": client("dynamodb").list_tables()["TableNames"],
        "queues": client("sqs").list_queues().get("QueueUrls", []),
        "buses": [bus for bus in buses if bus != "default"],
        "rules": [rule["Name"] for bus in buses for rule in events.list_rules(EventBusName=bus)["Rules"]],
        "secrets": [secret["Name"] for secret in client("secretsmanager").list_secrets()["SecretList"]],
        "identities": [each["IdentityName"] for each in ses.list_email_identities()["EmailIdentities"]],
        "configuration sets": list(ses.list_configuration_sets()["ConfigurationSets"]),
    }


if __name__ == "__main__":
    found = {kind: names for kind, names in left(sys.argv[1]).items() if names}
    print(f"left on the endpoint: {found or 'nothing'}")
    sys.exit(1 if found else 0)
