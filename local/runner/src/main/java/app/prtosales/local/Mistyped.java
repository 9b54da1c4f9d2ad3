package app.prtosales.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what a person should have typed.
final class Mistyped {

    private Mistyped() {}

    static String why(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return Run.firstLine(problem)
                .replaceFirst(
                        "^Invalid value for option '(.+)': '\\s*' is not an int$",
                        GivenOptions.NO_VALUE.formatted("$1"))
                .replaceFirst(
                        "^Invalid value for option '(.+)': '(.*)' is not an int$",
                        "$1: $2 is not a whole number");
    }

    private static String unmatched(UnmatchedArgumentException problem) {
        CommandLine command = problem.getCommandLine();
        List<String> typed = problem.getUnmatched();
        String first = typed.isEmpty() ? "" : typed.getFirst();
        String name = command.getCommandSpec().qualifiedName();
        if (problem.isUnknownOption()) {
            return "there is no option %s; see %s --help".formatted(first, name);
        }
        if (!command.getSubcommands().isEmpty()) {
            return "there is no command %s; choose one of %s"
                    .formatted(first, String.join(", ", command.getSubcommands().keySet()));
        }
        return "%s does not take %s; see %s --help"
                .formatted(command.getCommandName(), first, name);
    }
}
