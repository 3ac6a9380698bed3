package org.partnerflow.identity.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("F11.3")
class ClientsTest {
    private static final List<String> PROXIES = List.of("10.1.0.0/16", "192.0.2.7", "fd00::/8");

    @ParameterizedTest
    @DisplayName("a proxy of ours is believed about the one before it, and nobody is about themselves")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.5 | -                               | 203.0.113.5",
                "203.0.113.5 | 198.51.100.1                    | 203.0.113.5",
                "10.1.2.3    | 198.51.100.1                    | 198.51.100.1",
                "10.1.2.3    | 6.6.6.6, 198.51.100.1           | 198.51.100.1",
                "10.1.2.3    | 6.6.6.6, 198.51.100.1, 192.0.2.7 | 198.51.100.1",
                "10.1.2.3    | 10.1.9.9                        | 10.1.9.9",
                "10.1.2.3    | localhost                       | 10.1.2.3",
                "10.1.2.3    | unknown, 192.0.2.7              | 192.0.2.7",
                "10.1.2.3    | 999.1.1.1, 192.0.2.7            | 192.0.2.7",
                "10.2.2.3    | 198.51.100.1                    | 10.2.2.3",
                "fd00::1     | 2001:db8::5                     | 2001:db8::5",
            })
    void knowsWhereARequestComesFrom(String remote, String forwarded, String client) {
        assertThat(clients(PROXIES).address(remote, forwarded == null ? List.of() : List.of(forwarded)))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @DisplayName("without a named proxy no header is believed; several headers are one list")
    @CsvSource({"127.0.0.1,127.0.0.1", "10.1.2.3,10.1.2.3"})
    void believesNobodyUnlessNamed(String remote, String client) {
        assertThat(clients(List.of()).address(remote, List.of("198.51.100.1"))).isEqualTo(client);
        assertThat(clients(PROXIES).address("192.0.2.7", Arrays.asList("6.6.6.6", "198.51.100.1")))
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "999.1.1.1"})
    void refusesWhatIsNoAddress(String proxy) {
        assertThatThrownBy(() -> clients(List.of(proxy))).hasMessageContaining(proxy);
    }

    private static Clients clients(List<String> proxies) {
        record Config(
                String secret,
                int passwordCost,
                int attemptsPerAccount,
                int attemptsPerAddress,
                Optional<List<String>> trustedProxies)
                implements ProofConfig {}
        var clients = new Clients();
        clients.config = new Config("", 4, 5, 100, Optional.of(proxies));
        clients.read();
        return clients;
    }
}
