package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.SettingName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings that Parley reads, by the names that an operator gives them. */
public enum Setting {
    /** Where the embedded default keeps its data. */
    DATA_DIR("parley.data-dir"),
    /** Whether other nodes work on the same database. */
    CLUSTER("parley.cluster"),
    /** The secret that tokens are signed with. */
    JWT_SECRET("parley.auth.jwt-secret"),
    /** The OpenID provider whose tokens are taken. */
    ISSUER_URI("parley.auth.issuer-uri"),
    /** Whom a token of the issuer has to be for. */
    AUDIENCE("parley.auth.audience"),
    /** How far the clock of whoever signs tokens may be from this one. */
    CLOCK_TOLERANCE("parley.auth.clock-tolerance"),
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
    /** Open streams of a user on a node. */
    STREAMS_PER_USER("parley.limits.streams-per-user"),
    /** How long a run stays its node's without a heartbeat. */
    RUNS_LEASE("parley.runs.lease"),
    /** How often a node renews its leases. */
    RUNS_HEARTBEAT("parley.runs.heartbeat"),
    /** How long a run's events can be read. */
    RUNS_LOG_RETENTION("parley.runs.log-retention"),
    /** How long runs may take to end when the server is to stop. */
    RUNS_DRAIN_TIMEOUT("parley.runs.drain-timeout"),
    /** What becomes of a message while the assistant answers. */
    RUNS_ON_ACTIVE_RUN("parley.runs.on-active-run"),
    /** What becomes of an answer whose client drops the connection. */
    CHATKIT_ON_DISCONNECT("parley.chatkit.on-disconnect"),
    CHATKIT_IMAGE_DOMAINS("parley.chatkit.image-domains"),
    /** Whose pages may call the API from a browser. */
    CORS_ORIGINS("parley.cors.origins"),
    /** Where the model's API is. */
    ASSISTANT_BASE_URL("parley.assistant.base-url"),
    /** The key of the model's API. */
    ASSISTANT_API_KEY("parley.assistant.api-key"),
    /** The model that answers. */
    ASSISTANT_MODEL("parley.assistant.model"),
    /** The model's instructions. */
    ASSISTANT_SYSTEM_PROMPT("parley.assistant.system-prompt"),
    /** A file with the model's instructions. */
    ASSISTANT_SYSTEM_PROMPT_FILE("parley.assistant.system-prompt-file"),
    /** Extra headers of requests to the model. */
    ASSISTANT_HEADERS("parley.assistant.headers"),
    /** How often the model may call tools. */
    ASSISTANT_MAX_TOOL_ROUNDS("parley.assistant.max-tool-rounds"),
    ASSISTANT_MAX_TOOL_CALLS("parley.assistant.max-tool-calls"),
    /** How long the model may take to begin. */
    ASSISTANT_FIRST_TOKEN_TIMEOUT("parley.assistant.first-token-timeout"),
    /** How long the model may pause. */
    ASSISTANT_IDLE_TIMEOUT("parley.assistant.idle-timeout"),
    /** How often a request to the model is tried again. */
    ASSISTANT_RETRIES("parley.assistant.retries"),
    /** How much of the conversation the model is told. */
    ASSISTANT_HISTORY_MESSAGES("parley.assistant.history-messages"),
    /** The models that a user may pick. */
    ASSISTANT_MODELS("parley.assistant.models"),
    /** The model's temperature. */
    ASSISTANT_TEMPERATURE("parley.assistant.temperature"),
    /** The model that writes recordings down. */
    ASSISTANT_TRANSCRIPTION_MODEL("parley.assistant.transcription-model"),
    /** The most tokens of an answer. */
    ASSISTANT_MAX_TOKENS("parley.assistant.max-tokens"),
    /** Whether the model may ask its user with a form. */
    ASSISTANT_ASK_USER("parley.assistant.ask-user"),
    /** The kinds of files that the model is sent. */
    ASSISTANT_FILES("parley.assistant.files"),
    /** Whether users see what the model thinks. */
    ASSISTANT_SHOW_REASONING("parley.assistant.show-reasoning"),
    /** Where clients reach the server. */
    PUBLIC_URL("parley.public-url"),
    /** The proxies that are believed for whom they forward requests. */
    TRUSTED_PROXIES("parley.trusted-proxies"),
    /** The longest attachment. */
    ATTACHMENTS_FILE_BYTES("parley.attachments.file-bytes"),
    /** Bytes that a user may store in sessions. */
    STORAGE_USER_BYTES("parley.storage.user-bytes"),
    /** Attachments of a message. */
    ATTACHMENTS_PER_MESSAGE("parley.attachments.per-message"),
    /** All attachments of a user together. */
    ATTACHMENTS_USER_BYTES("parley.attachments.user-bytes"),
    /** Where attachments are kept. */
    ATTACHMENTS_STORE("parley.attachments.store"),
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

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
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
