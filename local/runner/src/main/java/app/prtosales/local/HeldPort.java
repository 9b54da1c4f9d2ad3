package app.prtosales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import javax.net.ServerSocketFactory;

/// A free port of the loopback address that is bound before its server starts, so that nobody else
/// gets it in between. Connections wait until the server accepts them.
final class HeldPort extends ServerSocket {

    private static final int WAITING = 50;

    private HeldPort() throws IOException {
        super(0, WAITING, InetAddress.getLoopbackAddress());
    }

    static HeldPort any() {
        try {
            return new HeldPort();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// Binds once; when its server binds it again, it keeps its port.
    @Override
    public void bind(SocketAddress endpoint, int backlog) throws IOException {
        if (!isBound()) {
            super.bind(endpoint, backlog);
        }
    }

    /// Hands over this socket.
    ServerSocketFactory factory() {
        return new Handover(this);
    }

    private static final class Handover extends ServerSocketFactory {

        private final ServerSocket held;

        Handover(ServerSocket held) {
            this.held = held;
        }

        @Override
        public ServerSocket createServerSocket() {
            return held;
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            return held;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            return held;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            return held;
        }
    }
}
