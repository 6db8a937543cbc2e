package dev.parley.domain.access;

/** The id of a client session: a prefix that tells its type, and random characters. It is no secret. */
public record ClientSessionId(String value) {

    /**
     * The id of a new session.
     *
     * @param random at least 96 random bits as text
     */
    public static ClientSessionId of(String random) {
        return new ClientSessionId("cksess_" + random);
    }

    @Override
    public String toString() {
        return value;
    }
}
