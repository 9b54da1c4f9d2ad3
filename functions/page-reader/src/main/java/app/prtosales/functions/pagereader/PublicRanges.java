package app.prtosales.functions.pagereader;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tells whether an address is on the public internet: outside IANA's special-purpose ranges. The
/// predicates of [InetAddress] miss some of these, such as 100.64.0.0/10 and fc00::/7.
///
/// @see <a
///   href="https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml">IANA
///   IPv4 Special-Purpose Address Registry</a>
/// @see <a
///   href="https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry.xhtml">IANA
///   IPv6 Special-Purpose Address Registry</a>
final class PublicRanges {

    /// Includes multicast and reserved ranges, and the few special ranges that are globally
    /// reachable, because no website is there.
    private static final List<Range> SPECIAL =
            ranges(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /// The only public part of IPv6. Loopback, IPv4 embedded under any prefix (::/96,
    /// 64:ff9b::/96), private, link-local, multicast and 5f00::/16 are outside it.
    private static final Range GLOBAL_UNICAST = range("2000::/3");

    /// Excluded from [#GLOBAL_UNICAST]: Teredo and other protocol assignments, documentation, 6to4,
    /// AS112, the 6bone.
    private static final List<Range> SPECIAL_6 =
            ranges(
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3ffe::/16",
                    "3fff::/20");

    private PublicRanges() {}

    /// Java reads an IPv4-mapped address (::ffff:0:0/96) as the IPv4 address in it.
    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> SPECIAL.stream().noneMatch(range -> range.holds(four));
            case Inet6Address six ->
                    six.getScopeId() == 0
                            && GLOBAL_UNICAST.holds(six)
                            && SPECIAL_6.stream().noneMatch(range -> range.holds(six));
            default -> false;
        };
    }

    private record Range(List<Byte> prefix, int bits) {

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != prefix.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((prefix.get(bit / 8) & mask) != (bytes[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Range> ranges(String... written) {
        return Arrays.stream(written).map(PublicRanges::range).toList();
    }

    private static Range range(String written) {
        int slash = written.indexOf('/');
        try {
            byte[] bytes = InetAddress.getByName(written.substring(0, slash)).getAddress();
            List<Byte> prefix = new ArrayList<>();
            for (byte each : bytes) {
                prefix.add(each);
            }
            return new Range(List.copyOf(prefix), Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(written, notALiteral);
        }
    }
}
