package dev.parley.web.security;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses passwords or registers addresses in bulk. */
@Component
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
public final class SignInRate {

    private static final int PER_ADDRESS = 10;
    private static final int PER_CLIENT = 60;

    private final Rate addresses;
    private final Rate clients;

    SignInRate(Buckets buckets) {
        this.addresses = new Rate("address", buckets);
        this.clients = new Rate("client", buckets);
    }

    /**
     * Counts an attempt of a client.
     *
     * @param client its network address
     * @return headers that tell what is left
     * @throws dev.parley.web.shared.RequestRefused with the code RATE_LIMITED if nothing is left
     */
    public Map<String, String> takeForClient(String client) {
        return clients.take(client, PER_CLIENT);
    }

    /**
     * Counts an attempt to log in with an e-mail address, whoever makes it.
     *
     * @return headers that tell what is left
     * @throws dev.parley.web.shared.RequestRefused with the code RATE_LIMITED if nothing is left
     */
    public Map<String, String> takeForAddress(String email) {
        return addresses.take(email, PER_ADDRESS);
    }
}
