package app.prtosales.local;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./run invoke FUNCTION -e FILE`: calls one function with one event, on a seeded store.
@Command(
        name = "invoke",
        description = "Calls one function with an event, on sample data, and prints its payload.",
        mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Run run;

    @Parameters(
            paramLabel = "FUNCTION",
            description = "The function's logical id in template.yaml.")
    private String function = "";

    @Option(
            names = {"-e", "--event"},
            paramLabel = "FILE",
            required = true,
            description = "The file with the event, in JSON.")
    private Path event = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Run parent = Objects.requireNonNull(run);
        Run.setDummyCredentials();
        return call(parent, readEvent(parent), LogFile.temporary());
    }

    private int call(Run parent, String text, Path log) throws IOException, InterruptedException {
        try (LocalProduct product =
                SampleCompany.seeded(
                        parent.place().root(),
                        LocalProduct.Settings.of(parent.template(), null, log, 0))) {
            if (product.functions().find(function).isEmpty()) {
                throw new Usage(
                        "there is no function %s in template.yaml; choose one of %s"
                                .formatted(function, String.join(", ", product.functions().ids())));
            }
            int before = mails(product).size();
            int logged = Files.readAllLines(log).size();
            Invocation came = product.functions().call(function, text);
            Files.readAllLines(log).stream()
                    .skip(logged)
                    .filter(line -> line.startsWith(function + " "))
                    .forEach(parent.place().err()::println);
            List<Mail> sent = mails(product).subList(before, mails(product).size());
            sent.forEach(mail ->
                    parent.place()
                            .err()
                            .printf(
                                    "email to %s: %s%n",
                                    String.join(", ", mail.to()), mail.subject()));
            parent.place().out().println(came.payload());
            return came instanceof Invocation.Answered ? 0 : 1;
        }
    }

    private static List<Mail> mails(LocalProduct product) {
        return product.edges().mails().find("", "");
    }

    private String readEvent(Run parent) {
        Path file = parent.place().caller().resolve(event);
        if (!Files.isRegularFile(file)) {
            file = parent.place().root().resolve(event);
        }
        if (!Files.isRegularFile(file)) {
            throw new Usage("there is no file " + event);
        }
        try {
            String text = Files.readString(file);
            Json.object(text);
            return text;
        } catch (Json.MalformedJson broken) {
            throw new Usage("%s is not an event: %s".formatted(event, broken.getMessage()));
        } catch (CharacterCodingException binary) {
            throw new Usage("%s is not an event: it is not text".formatted(event));
        } catch (IOException unreadable) {
            throw new Usage("%s cannot be read; check its permissions".formatted(event));
        }
    }
}
