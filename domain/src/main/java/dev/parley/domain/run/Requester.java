package dev.parley.domain.run;

import java.util.Map;

/**
 * Who caused a run, in the words of whoever vouches for them: what a token and a client's session hold, and nothing that a
 * model or a chat client wrote. Of a value that is no text, the text is its JSON.
 *
 * @param subject what the issuer, or the server with an API key, calls the user; empty where it is not known
 * @param issuer the {@code iss} of the token; empty where it names none
 * @param claims those of the token that the setting {@code parley.auth.claims} lists, by name
 * @param stateVariables of the session that a server opened for the user's chat client, by name
 */
public record Requester(String subject, String issuer, Map<String, String> claims, Map<String, String> stateVariables) {

    /** Somebody of whom nothing was kept: the cause of a run that waits since before requesters were kept with runs. */
    public static final Requester UNKNOWN = new Requester("", "", Map.of(), Map.of());

    public Requester {
        claims = Map.copyOf(claims);
        stateVariables = Map.copyOf(stateVariables);
    }

    @Override
    public String toString() {
        return "Requester[hidden]";
    }
}
