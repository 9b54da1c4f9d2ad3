package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class EdgesCommandTest {

    @Test
    void sam_finds_the_standard_port_in_the_file() throws UnknownHostException {
        assertThat(EdgesCommand.inSam(InetAddress.getByName("0.0.0.0"), 8080))
                .isEqualTo("to run a function in SAM: sam local invoke … -n events/env.local.json");
    }

    @Test
    void another_port_needs_a_copy_of_the_file() throws UnknownHostException {
        assertThat(EdgesCommand.inSam(InetAddress.getByName("0.0.0.0"), 8744))
                .contains("copy events/env.local.json, change its port 8080 to 8744");
    }

    @Test
    void the_loopback_address_cannot_be_reached_from_containers_on_linux() {
        assertThat(EdgesCommand.inSam(InetAddress.getLoopbackAddress(), 8080))
                .endsWith("(on Linux, containers need ./run edges --bind 0.0.0.0)");
    }
}
