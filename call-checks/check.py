"""Checks recorded calls against AWS's API models and against the rules that AWS states in prose.

    python call-checks/check.py FILE…

Each line of a file is a call: {"function", "service", "operation", "allowed", "input"}. The input is the JSON that was sent,
or for SES {"path", "body"}. Prints how many calls there are and how many rules are broken; exits with 1 if any rule is broken or
no call was recorded, and with 2 if a file cannot be read.
"""
import json
import sys
from collections import Counter

import models
import prose

SHOWN = 5


def check(call):
    """Returns each rule that a call breaks, in words."""
    wrong = list(models.broken(call))
    for where, rule in wrong:
        yield f"{where or 'the call'}: {rule} (AWS's model)"
    if any(rule.startswith("not a ") for _, rule in wrong):
        return  # The rules below read values of the right type.
    given = models.members(call)
    for rule in prose.RULES:
        for where in rule.broken(call, given):
            yield f"{where}: {rule.name} ({rule.source})"


def main(files):
    calls, broken, examples, operations = 0, Counter(), {}, Counter()
    for file in files:
        try:
            with open(file, encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    if not line.strip():
                        continue
                    call = json.loads(line)
                    calls += 1
                    operations[f"{call['service']} {call['operation']}"] += 1
                    for problem in check(call):
                        name = f"{call.get('function') or '-'} {call['service']} {call['operation']}: {problem}"
                        broken[name] += 1
                        examples.setdefault(name, f"{file}:{number}")
        except (OSError, ValueError, KeyError, TypeError) as unreadable:
            print(f"{file} cannot be read: {unreadable!r}", file=sys.stderr)
            return 2
    for name, count in broken.most_common():
        print(f"broken {count} times, first at {examples[name]}: {name}")
    for name, count in sorted(operations.items()):
        print(f"  {count:6} {name}")
    print(f"{calls} calls, {sum(broken.values())} rules broken; {len(prose.RULES)} rules of prose and the models of botocore "
          f"{models.botocore.__version__}")
    if not calls:
        print("no call was recorded", file=sys.stderr)
    return 1 if broken or not calls else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
