package app.prtosales.local;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `./run edges`: starts only the AWS endpoints, for functions that run elsewhere.
@Command(
        name = "edges",
        description = "Starts only the AWS endpoints, with a seeded table.",
        mixinStandardHelpOptions = true)
final class EdgesCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Run run;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}); 0.0.0.0 for containers.")
    private String bind = "";

    @Override
    public Integer call() throws InterruptedException {
        Run parent = Objects.requireNonNull(run);
        parent.checkPort();
        Run.setDummyCredentials();
        try (Stopping stopping = Stopping.onInterrupt(parent.place().out())) {
            parent.place().out().println("starting: database, queues, mail …");
            InetAddress address = address();
            LocalProduct product =
                    SampleCompany.seeded(
                            parent.place().root(),
                            LocalProduct.Settings.of(parent.template(), null, null, 0)
                                    .edgesAt(address, parent.port()));
            stopping.with(product::close);
            tellReady(parent, product, address);
            stopping.await();
        }
        return 0;
    }

    private static void tellReady(Run parent, LocalProduct product, InetAddress address) {
        PrintStream out = parent.place().out();
        out.printf("AWS_ENDPOINT_URL=%s%n", product.edges().url());
        out.println("each function has its own endpoint, which enforces the function's role:");
        product.edges()
                .template()
                .functions()
                .forEach(each ->
                        out.printf(
                                "  %-17s %s%n",
                                each.id(), each.environment().get("AWS_ENDPOINT_URL")));
        out.println(inSam(address, URI.create(product.edges().url()).getPort()));
        out.println("stop with Ctrl-C");
    }

    /// How to point SAM at the endpoints; the file names the standard port.
    static String inSam(InetAddress address, int port) {
        String reached =
                address.isLoopbackAddress()
                        ? " (on Linux, containers need ./run edges --bind 0.0.0.0)"
                        : "";
        return port == Run.STANDARD_PORT
                ? "to run a function in SAM: sam local invoke … -n events/env.local.json" + reached
                : "to run a function in SAM: copy events/env.local.json, change its port %d to %d, and"
                                .formatted(Run.STANDARD_PORT, port)
                        + " name the copy: sam local invoke … -n COPY"
                        + reached;
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new Usage(bind + " is not an address of this machine");
        }
    }
}
