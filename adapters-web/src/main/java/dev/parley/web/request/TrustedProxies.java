package dev.parley.web.request;

import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The networks whose members are believed when they say for whom they forward a request. */
public final class TrustedProxies {

    private final List<IpAddressMatcher> networks;

    /**
     * Knows them.
     *
     * @param networks such as {@code 10.0.0.0/8}, {@code 192.0.2.1} or {@code fd00::/8}
     * @throws IllegalArgumentException if one is no address and no network
     */
    public TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(IpAddressMatcher::new).toList();
    }

    boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address.getHostAddress()));
    }
}
