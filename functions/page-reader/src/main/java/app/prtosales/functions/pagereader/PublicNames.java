package app.prtosales.functions.pagereader;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves a site's name, if all of its addresses are on the public internet. The HTTP client
/// resolves through this class for each new connection and connects to the result, so changing a
/// name between check and connection (DNS rebinding) does not help an attacker.
final class PublicNames implements DnsResolver {

    /// The addresses of a name, as the machine resolves it.
    interface Lookup {
        InetAddress[] all(String name) throws UnknownHostException;
    }

    private final Lookup lookup;

    PublicNames(Lookup lookup) {
        this.lookup = lookup;
    }

    /// @throws NotPublicException when one of the addresses is not public; then none is used
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.all(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress each : found) {
            if (!PublicRanges.isPublic(each)) {
                throw new NotPublicException(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
