package dev.parley.web.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where clients reach this server. */
public final class PublicAddress {

    private final @Nullable String configured;

    /**
     * Knows the address.
     *
     * @param configured such as {@code https://chat.example.org}, with a path where a proxy adds one; null for where each
     *     request was sent
     */
    public PublicAddress(@Nullable String configured) {
        this.configured = configured == null ? null : configured.replaceFirst("/+$", "");
    }

    /** The address that was configured; empty where clients are told the one that they used. */
    public Optional<String> configured() {
        return Optional.ofNullable(configured);
    }

    /**
     * The whole address of a path of this server, for the client of the current request.
     *
     * @param path with its query, beginning with a slash
     */
    public String of(String path) {
        String server = configured == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : configured;
        return server + path;
    }
}
