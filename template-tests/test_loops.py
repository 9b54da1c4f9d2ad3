"""Lambda stops a function that has been invoked about 16 times by the same chain of messages, unless the function allows loops:
https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html"""

from deployment import ONLY_REQUIRED, Deployment, listed


def next_steps(deployment):
    """For each function, the queues and functions that it may send to or invoke; for each queue, the function that reads it."""
    steps = {name: set(may_reach(deployment, name)) for name in deployment.functions}
    for mapping in deployment.of_type("AWS::Lambda::EventSourceMapping").values():
        queue = deployment.named_by(mapping["EventSourceArn"])
        steps.setdefault(queue, set()).add(deployment.function_started_by(mapping["FunctionName"]))
    return steps


def may_reach(deployment, function):
    for statement in deployment.statements(deployment.role_of(function)):
        actions = set(listed(statement["Action"]))
        if statement["Effect"] != "Allow":
            continue
        # Lambda follows SQS, SNS, S3 and its own invocations only. A function that gets to use SNS or S3 has to be added here.
        assert not actions & {"sns:Publish", "s3:PutObject"}, function
        if "sqs:SendMessage" in actions:
            yield from map(deployment.named_by, listed(statement["Resource"]))
        if "lambda:InvokeFunction" in actions:
            yield from map(deployment.function_started_by, listed(statement["Resource"]))


def in_a_loop(steps, start):
    reached, waiting = set(), [start]
    while waiting:
        for step in steps.get(waiting.pop(), ()):
            if step == start:
                return True
            if step not in reached:
                reached.add(step)
                waiting.append(step)
    return False


def test_exactly_the_functions_in_a_loop_allow_loops(deployed):
    steps = next_steps(deployed)
    allowing = {name for name, function in deployed.functions.items() if function.get("RecursiveLoop") == "Allow"}
    assert allowing == {name for name in deployed.functions if in_a_loop(steps, name)}


def test_the_sender_puts_emails_that_wait_back_into_its_own_queue():
    """Proves that the test above sees the loop."""
    steps = next_steps(Deployment(ONLY_REQUIRED))
    assert in_a_loop(steps, "RepNotification")
    assert "PingQueue" in steps["RepNotification"] & steps["DeliveryFeedback"]
    assert not in_a_loop(steps, "DeliveryFeedback")
    assert in_a_loop({"a": {"q"}, "q": {"b"}, "b": {"r"}, "r": {"a"}}, "a")
