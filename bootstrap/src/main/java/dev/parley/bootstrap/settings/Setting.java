package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.SettingName;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The settings that sentences name or that are read without the records. */
public enum Setting {
    /** Where the embedded default keeps its data. */
    DATA_DIR("parley.data-dir"),
    /** The secret that tokens are signed with. */
    JWT_SECRET("parley.auth.jwt-secret"),
    /** The OpenID provider whose tokens are taken. */
    ISSUER_URI("parley.auth.issuer-uri"),
    /** Whom a token of the issuer has to be for. */
    AUDIENCE("parley.auth.audience"),
    /** Whether people may register here. */
    LOCAL_ACCOUNTS("parley.auth.local-accounts"),
    /** How long a run stays its node's without a heartbeat. */
    RUNS_LEASE("parley.runs.lease"),
    /** How often a node renews its leases. */
    RUNS_HEARTBEAT("parley.runs.heartbeat"),
    /** Where the model's API is. */
    ASSISTANT_BASE_URL("parley.assistant.base-url"),
    /** The key of the model's API. */
    ASSISTANT_API_KEY("parley.assistant.api-key"),
    /** A file with the model's instructions. */
    ASSISTANT_SYSTEM_PROMPT_FILE("parley.assistant.system-prompt-file"),
    /** Extra headers of requests to the model. */
    ASSISTANT_HEADERS("parley.assistant.headers"),
    /** Where clients reach the server. */
    PUBLIC_URL("parley.public-url"),
    /** The proxies that are believed for whom they forward requests. */
    TRUSTED_PROXIES("parley.trusted-proxies"),
    /** The port that the server listens on. */
    PORT("server.port"),
    /** The PostgreSQL to use instead of the embedded one. */
    DATABASE_URL("spring.datasource.url"),
    /** Who Parley is to that PostgreSQL. */
    DATABASE_USERNAME("spring.datasource.username"),
    /** The password that goes with the user name. */
    DATABASE_PASSWORD("spring.datasource.password"),
    /** The same PostgreSQL without a pooler. */
    DATABASE_DIRECT_URL("parley.database.direct-url"),
    /** The role that owns the schema. */
    MIGRATION_USERNAME("spring.flyway.user"),
    /** The password that goes with that role. */
    MIGRATION_PASSWORD("spring.flyway.password"),
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
        return SettingName.of(property);
    }

    /** Whether it has a value that is not blank. */
    public boolean isSetIn(Environment environment) {
        return !environment.getProperty(property, "").isBlank();
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
