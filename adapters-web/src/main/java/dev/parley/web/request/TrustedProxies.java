package dev.parley.web.request;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The networks whose members are believed when they say for whom they forward a request. */
public final class TrustedProxies {

    private static final Predicate<String> EVERYBODY = Pattern.compile("/0*$").asPredicate();

    private final List<IpAddressMatcher> networks;

    /**
     * Knows them.
     *
     * @param networks such as {@code 10.0.0.0/8}, {@code 192.0.2.1} or {@code fd00::/8}
     * @throws IllegalArgumentException if one is no address and no network, or is the network of everybody
     */
    public TrustedProxies(List<String> networks) {
        if (networks.stream().anyMatch(EVERYBODY)) {
            throw new IllegalArgumentException("a network of all addresses would let every client forge its address");
        }
        this.networks = networks.stream().map(IpAddressMatcher::new).toList();
    }

    boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address.getHostAddress()));
    }
}
