package app.prtosales.local;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// Refuses options that would be ignored without a word: those in front of a command that does not
/// use them, and those with an empty value, as of a variable that is not set.
final class GivenOptions {

    static final String NO_VALUE = "%s has no value; give one, or leave it out";

    private GivenOptions() {}

    static void check(ParseResult given) {
        checkValues(given);
        if (given.hasSubcommand()) {
            ParseResult command = given.subcommand();
            given.matchedOptions().stream()
                    .filter(option -> !isForAllCommands(option))
                    .findFirst()
                    .ifPresent(ignored -> {
                        throw problem(
                                given,
                                "%s does not use %s; leave it out"
                                        .formatted(
                                                command.commandSpec().name(),
                                                ignored.longestName()));
                    });
            checkValues(command);
        }
    }

    private static void checkValues(ParseResult given) {
        given.matchedOptions().stream()
                .filter(option -> hasBlank(option.originalStringValues()))
                .findFirst()
                .ifPresent(empty -> {
                    throw problem(given, NO_VALUE.formatted(empty.longestName()));
                });
    }

    private static boolean hasBlank(List<String> values) {
        return values.stream().anyMatch(String::isBlank);
    }

    private static boolean isForAllCommands(OptionSpec option) {
        return option.scopeType() == ScopeType.INHERIT
                || option.usageHelp()
                || option.versionHelp();
    }

    private static ParameterException problem(ParseResult given, String why) {
        return new ParameterException(given.commandSpec().commandLine(), why);
    }
}
