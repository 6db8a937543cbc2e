package dev.parley.web.image;

import dev.parley.domain.conversation.Conversation;
import dev.parley.web.http.PublicAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The domains that the thread's assistant has chosen, or else the operator, or else this server's own alone. */
public final class DefaultImageDomains implements ImageDomains {

    private final List<String> configured;
    private final PublicAddress server;

    /**
     * Knows the operator's domains.
     *
     * @param configured {@link ImageDomains#ANY} for any; empty for the server's own
     */
    public DefaultImageDomains(List<String> configured, PublicAddress server) {
        this.configured = List.copyOf(configured);
        this.server = server;
    }

    @Override
    public @Nullable List<String> of(Conversation conversation) {
        List<String> chosen = conversation.imageDomains();
        List<String> domains = chosen == null ? defaults() : chosen;
        return domains.contains(ANY) ? null : domains;
    }

    /** A host's name may be none that a URI may have, such as one with an underscore. */
    private List<String> own() {
        String host = UriComponentsBuilder.fromUriString(server.of("/")).build().getHost();
        return host == null ? List.of() : List.of(host);
    }

    private List<String> defaults() {
        return configured.isEmpty() ? own() : configured;
    }
}
