package dev.parley.bootstrap.settings;

import java.util.Arrays;
import java.util.Locale;

/** The settings that Parley reads, by the names that an operator gives them. */
public enum Setting {
    /** Where the embedded default keeps its data. */
    DATA_DIR("parley.data-dir"),
    /** The secret that tokens are signed with. */
    JWT_SECRET("parley.auth.jwt-secret"),
    /** The OpenID provider whose tokens are taken. */
    ISSUER_URI("parley.auth.issuer-uri"),
    /** Whether people may register here. */
    LOCAL_ACCOUNTS("parley.auth.local-accounts"),
    /** Sessions that a user may have. */
    SESSIONS_PER_USER("parley.limits.sessions-per-user"),
    /** Unicode code points of a message. */
    MESSAGE_CHARACTERS("parley.limits.message-characters"),
    /** Messages of a session. */
    MESSAGES_PER_SESSION("parley.limits.messages-per-session"),
    /** Requests of a user in a minute. */
    REQUESTS_PER_MINUTE("parley.limits.requests-per-minute"),
    /** The port that the server listens on. */
    PORT("server.port"),
    /** The PostgreSQL to use instead of the embedded one. */
    DATABASE_URL("spring.datasource.url"),
    /** Who Parley is to that PostgreSQL. */
    DATABASE_USERNAME("spring.datasource.username"),
    /** The password that goes with the user name. */
    DATABASE_PASSWORD("spring.datasource.password"),
    /** The most connections that Parley holds. */
    POOL_SIZE("spring.datasource.hikari.maximum-pool-size");

    private final String property;

    Setting(String property) {
        this.property = property;
    }

    /** The name of the Spring property. */
    public String property() {
        return property;
    }

    /** The property and its environment variable, as sentences name them. */
    @Override
    public String toString() {
        return named(property);
    }

    /** Any property and its environment variable, as sentences name them. */
    static String named(String property) {
        return property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ")";
    }

    /** Whether a property or environment variable, in any of the spellings that Spring accepts, is one of these. */
    static boolean knows(String name) {
        return Arrays.stream(values())
                .anyMatch(setting -> uniform(setting.property).equals(uniform(name)));
    }

    private static String uniform(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}
