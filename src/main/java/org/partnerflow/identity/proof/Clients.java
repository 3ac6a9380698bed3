package org.partnerflow.identity.proof;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.partnerflow.shared.Texts;

/**
 * Where requests come from: for the audit trail, the slow-down of log-ins and the list of sessions. A proxy of ours says whom it got the
 * request from at the end of {@code X-Forwarded-For}; what stands before that came with the request, and anybody can write it.
 */
@ApplicationScoped
public class Clients {
    private static final String HEADER = "X-Forwarded-For";
    private static final String NOBODY = "unknown";
    private static final int LONGEST_DEVICE = 200;

    @Inject
    ProofConfig config;

    private List<Network> proxies = List.of();

    private record Network(byte[] address, int bits) {
        static Network parse(String text) {
            var parts = text.strip().split("/", 2);
            var address = bytes(parts[0]).orElseThrow(() -> unexpected(text));
            var bits = parts.length == 1 ? String.valueOf(address.length * 8) : parts[1];
            if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > address.length * 8) {
                throw unexpected(text);
            }
            return new Network(address, Integer.parseInt(bits));
        }

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static IllegalArgumentException unexpected(String text) {
            return new IllegalArgumentException(
                    "Expected addresses or networks such as 10.0.0.7 or 10.0.0.0/8 in partnerflow.identity.trusted-proxies, but got "
                            + text);
        }
    }

    @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
    boolean everybodyIsBelieved;

    void refuseToBelieveEverybody(@Observes StartupEvent event) {
        if (everybodyIsBelieved) {
            throw new IllegalStateException(
                    "Expected quarkus.http.proxy.proxy-address-forwarding to be off, since it believes what anybody writes about where"
                            + " a request comes from. Name your proxies in partnerflow.identity.trusted-proxies instead.");
        }
    }

    @PostConstruct
    void read() {
        proxies = config.trustedProxies().orElse(List.of()).stream()
                .map(Network::parse)
                .toList();
    }

    public Client of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var address = remote == null
                ? NOBODY
                : address(remote.hostAddress(), request.headers().getAll(HEADER));
        var device = request.getHeader("User-Agent");
        return new Client(address, device == null ? null : Texts.cut(device, LONGEST_DEVICE));
    }

    /** The last hop that is no proxy of ours; where a proxy says nothing that is an address, the proxy itself. */
    String address(String remote, List<String> forwarded) {
        var hops = List.of(String.join(",", forwarded).split(",")).reversed();
        var client = remote;
        for (var hop : hops) {
            var next = hop.strip();
            if (!isOurs(client) || bytes(next).isEmpty()) {
                return client;
            }
            client = next;
        }
        return client;
    }

    private boolean isOurs(String address) {
        return bytes(address)
                .filter(found -> proxies.stream().anyMatch(proxy -> proxy.holds(found)))
                .isPresent();
    }

    /** Only of what is an address already: nothing is looked up by name. */
    private static Optional<byte[]> bytes(String literal) {
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(literal));
    }
}
