package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.AUDIENCE;
import static dev.parley.bootstrap.settings.Setting.ISSUER_URI;
import static dev.parley.bootstrap.settings.Setting.JWT_SECRET;
import static dev.parley.bootstrap.settings.Setting.LOCAL_ACCOUNTS;

import dev.parley.bootstrap.constraint.Network;
import dev.parley.bootstrap.constraint.WebAddress;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set under {@code parley}. None of these exists with a value that is wrong.
 *
 * @param dataDir the folder of the embedded default's data and secrets
 * @param cluster whether other nodes work on the same database, and requests are counted together with them
 * @param publicUrl where clients reach the server; null for where they send their requests
 * @param trustedProxies networks whose members are believed for whom they forward requests, such as {@code 10.0.0.0/8}
 */
@ConfigurationProperties("parley")
public record Settings(
        @DefaultValue(".parley") String dataDir,
        @DefaultValue @Valid @NestedConfigurationProperty Auth auth,
        @DefaultValue @Valid @NestedConfigurationProperty Limits limits,
        @DefaultValue @Valid @NestedConfigurationProperty RunSettings runs,
        @DefaultValue @Valid @NestedConfigurationProperty AssistantSettings assistant,
        @DefaultValue @Valid @NestedConfigurationProperty ChatKitSettings chatkit,
        @DefaultValue @Valid @NestedConfigurationProperty CorsSettings cors,
        @DefaultValue("false") boolean cluster,
        @DefaultValue @Valid @NestedConfigurationProperty Tools tools,
        @DefaultValue @NestedConfigurationProperty McpSettings mcp,
        @DefaultValue @Valid @NestedConfigurationProperty AttachmentSettings attachments,
        @DefaultValue @Valid @NestedConfigurationProperty StorageSettings storage,
        @DefaultValue @Valid @NestedConfigurationProperty DatabaseSettings database,
        @WebAddress @Nullable String publicUrl,
        @DefaultValue List<@Network String> trustedProxies) {

    public Settings {
        publicUrl = Setting.blankToNull(publicUrl);
        trustedProxies = trustedProxies.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .toList();
    }

    /** The properties that a model has. */
    public static Stream<String> ofModel() {
        return UnknownSettings.properties().filter(property -> property.startsWith("parley.assistant."));
    }

    /** The folder of the embedded default's data and secrets, as an absolute path. */
    public Path dataFolder() {
        return Path.of(dataDir.isBlank() ? ".parley" : dataDir).toAbsolutePath().normalize();
    }

    /**
     * How callers prove who they are.
     *
     * @param jwtSecret what tokens are signed with (HS256), at least 32 bytes of UTF-8; null where there is none
     * @param issuerUri the OpenID provider whose tokens are taken instead; null where there is none
     * @param audience of which a token of the issuer has to be for one, * for anybody; empty without an issuer
     * @param clockTolerance how far the clock of whoever signs tokens may be from this one; null for the usual
     * @param localAccounts whether people may register and log in here
     * @param claims the claims of tokens that tools and assistants see
     */
    public record Auth(
            @Nullable String jwtSecret,
            @WebAddress @Nullable String issuerUri,
            @DefaultValue List<String> audience,

            @DurationMin(message = "must be from 0s to 5m, such as 60s")
            @DurationMax(minutes = 5, message = "must be from 0s to 5m, such as 60s")
            @Nullable Duration clockTolerance,

            @DefaultValue("false") boolean localAccounts,
            @DefaultValue List<String> claims) {

        private static final int SECRET_BYTES = 32;
        private static final String ANYBODY = "*";
        private static final Duration TOLERANCE_OF_ISSUER = Duration.ofSeconds(60);

        public Auth {
            jwtSecret = Setting.blankToNull(jwtSecret);
            issuerUri = Setting.blankToNull(issuerUri);
            audience = audience.stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            claims = claims.stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            checkSecret(jwtSecret);
            if (jwtSecret != null && issuerUri != null) {
                throw new InvalidConfigurationException("Set only one of " + JWT_SECRET + " and " + ISSUER_URI
                        + ": tokens are either signed here or by the issuer.");
            }
            if (localAccounts && issuerUri != null) {
                throw new InvalidConfigurationException(LOCAL_ACCOUNTS + " cannot be true together with " + ISSUER_URI
                        + ": the issuer keeps the accounts.");
            }
            checkAudience(issuerUri, audience);
        }

        /** How far the clock of whoever signs tokens may be from this one: a minute, or nothing where it is this one. */
        public Duration tolerance() {
            return Objects.requireNonNullElse(clockTolerance, issuerUri == null ? Duration.ZERO : TOLERANCE_OF_ISSUER);
        }

        /** The audiences of which a token has to be for one; empty where it may be for anybody. */
        public Set<String> audiences() {
            return audience.contains(ANYBODY) ? Set.of() : Set.copyOf(audience);
        }

        @Override
        public String toString() {
            return "Auth[jwtSecret=hidden, issuerUri=" + issuerUri + ", audience=" + audience + ", localAccounts="
                    + localAccounts + "]";
        }

        private static void checkAudience(@Nullable String issuerUri, List<String> audience) {
            if (issuerUri != null && audience.isEmpty()) {
                throw new InvalidConfigurationException("Set " + AUDIENCE + " as well as " + ISSUER_URI
                        + ": whom tokens have to be for, as the claim aud says it, such as parley. Several have commas"
                        + " between; * takes tokens of all clients of the issuer, whomever they are for.");
            }
            if (issuerUri == null && !audience.isEmpty()) {
                throw new InvalidConfigurationException(
                        AUDIENCE + " has no effect without " + ISSUER_URI + "; remove it.");
            }
        }

        private static void checkSecret(@Nullable String secret) {
            int bytes = secret == null ? SECRET_BYTES : secret.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < SECRET_BYTES) {
                throw new InvalidConfigurationException(JWT_SECRET + " must have at least 32 bytes, but has " + bytes
                        + "; \"openssl rand -base64 32\" makes a good one.");
            }
        }
    }

    /**
     * How assistants call tools.
     *
     * @param timeout how long a call may take, unless its tool asks for another time
     */
    public record Tools(
            @DefaultValue("30s")
            @DurationMin(nanos = 1, message = "must be longer than nothing and at most 1h, such as 30s")
            @DurationMax(hours = 1, message = "must be longer than nothing and at most 1h, such as 30s")
            Duration timeout) {}

    /**
     * How much a user may have.
     *
     * @param sessionsPerUser sessions at a time
     * @param messageCharacters Unicode code points of a message
     * @param messagesPerSession messages of a session, of user and assistant together
     * @param requestsPerMinute requests of a user in a minute
     * @param streamsPerUser streams that a user may have open on a node at a time
     */
    public record Limits(
            @DefaultValue("10") @Min(value = 1, message = "must be at least 1, such as 10") int sessionsPerUser,

            @DefaultValue("500") @Range(min = 1, max = 100_000, message = "must be from 1 to 100000, such as 500")
            int messageCharacters,

            @DefaultValue("100") @Min(value = 1, message = "must be at least 1, such as 100") int messagesPerSession,

            @DefaultValue("30") @Min(value = 1, message = "must be at least 1, such as 30") int requestsPerMinute,

            @DefaultValue("20") @Min(value = 1, message = "must be at least 1, such as 20") int streamsPerUser) {}
}
