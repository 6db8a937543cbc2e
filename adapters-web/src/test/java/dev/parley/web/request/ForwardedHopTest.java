package dev.parley.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.web.firewall.RequestRejectedException;

class ForwardedHopTest {

    private static final InetAddress PEER = InetAddress.ofLiteral("10.0.0.1");
    private static final TrustedProxies PROXIES = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                   | 10.0.0.1",
                "192.0.2.1                          | 192.0.2.1",
                "192.0.2.66, 192.0.2.1              | 192.0.2.1",
                "192.0.2.66, 192.0.2.1, 10.0.0.2    | 192.0.2.1",
                "192.0.2.1, 10.0.0.3, fd00::2       | 192.0.2.1",
                "10.0.0.3, 10.0.0.2                 | 10.0.0.3",
                "unknown, 10.0.0.2                  | 10.0.0.2",
                "evil.example                       | 10.0.0.1",
                "192.0.2.1:4711                     | 192.0.2.1",
                "[2001:db8::1]:4711                 | 2001:db8:0:0:0:0:0:1",
                "2001:db8::1                        | 2001:db8:0:0:0:0:0:1",
                "192.0.2.1, 10.0.0.3, garbage       | 10.0.0.1",
            })
    void theClientIsTheFirstFromTheRightThatIsNotTrusted(String forwardedFor, String client) {
        assertThat(hop(Map.of(ForwardedHop.FOR, list(forwardedFor))).client().getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https       | 192.0.2.1                       | https",
                "http, https | 192.0.2.1                       | https",
                "http, https | 192.0.2.66, 192.0.2.1           | https",
                "https, http | 192.0.2.1, 10.0.0.2             | https",
                "https, http | 192.0.2.66, 192.0.2.1, 10.0.0.2 | http",
            })
    void whatIsSaidBesidesIsSaidByTheSameProxy(String protos, String forwardedFor, String proto) {
        ForwardedHop hop = hop(Map.of(ForwardedHop.PROTO, list(protos), ForwardedHop.FOR, list(forwardedFor)));

        assertThat(hop.headers()).containsEntry(ForwardedHop.PROTO, proto);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.1;proto=https;host=chat.example.org                      | 192.0.2.1 | https | chat.example.org",
                "For=\"192.0.2.1:4711\"; Proto=https                                  | 192.0.2.1 | https |",
                "for=\"[2001:db8::1]\";host=\"a.example:8443\"                        | 2001:db8:0:0:0:0:0:1 | | a.example:8443",
                "for=192.0.2.66;host=evil.example, for=192.0.2.1;host=chat.example    | 192.0.2.1 | | chat.example",
                "for=192.0.2.1;proto=https, for=10.0.0.2;proto=http                   | 192.0.2.1 | https |",
                "for=unknown, for=10.0.0.2;proto=http                                 | 10.0.0.2  | |",
                "for=_hidden;proto=https                                              | 10.0.0.1  | https |",
                "proto=https                                                          | 10.0.0.1  | https |",
            })
    void theStandardsHeaderIsReadFromTheRightToo(String header, String client, String proto, String host) {
        ForwardedHop hop = ForwardedHop.ofStandard(PEER, PROXIES::contain, header);

        assertThat(hop.client().getHostAddress()).isEqualTo(client);
        assertThat(hop.headers().get(ForwardedHop.PROTO)).isEqualTo(proto);
        assertThat(hop.headers().get(ForwardedHop.HOST)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"for=\"", "for", "=", "for=1;;;host=a b", "host=\"a b\"", "proto=ftp", "for=a b"})
    void aStandardsHeaderThatIsNoneIsRefused(String header) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> ForwardedHop.ofStandard(PEER, PROXIES::contain, header));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, a b",
        "X-Forwarded-Host, a/b",
        "X-Forwarded-Host, a:port",
        "X-Forwarded-Host, ::1%eth0",
        "X-Forwarded-Proto, javascript",
        "X-Forwarded-Port, -1",
        "X-Forwarded-Prefix, //evil.example",
        "X-Forwarded-Prefix, /a/../b",
        "X-Forwarded-Prefix, /%2e",
    })
    void whatIsMalformedIsRefused(String name, String value) {
        assertThatExceptionOfType(RequestRejectedException.class).isThrownBy(() -> hop(Map.of(name, List.of(value))));
    }

    private static ForwardedHop hop(Map<String, List<String>> headers) {
        return ForwardedHop.of(PEER, PROXIES::contain, name -> headers.getOrDefault(name, List.of()));
    }

    private static List<String> list(String header) {
        return header == null ? List.of() : List.of(header.split(", *"));
    }
}
