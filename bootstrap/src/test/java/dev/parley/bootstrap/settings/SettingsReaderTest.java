package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.model.FileKind;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.domain.attachment.AttachmentLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsReaderTest {

    private static final String SECRET = "a secret that has 32 bytes, or so";
    private static final String DATABASE = "jdbc:postgresql://db.example/parley";

    @Test
    void nothingIsNeededOnTheEmbeddedDatabase() {
        Settings settings = read(Map.of());

        assertThat(settings.limits()).isEqualTo(new Settings.Limits(10, 500, 100, 30, 20));
        assertThat(settings.auth().localAccounts()).isTrue();
        assertThat(settings.cluster()).isFalse();
        assertThat(settings.dataFolder()).isAbsolute().endsWithRaw(Path.of(".parley"));
        assertThat(settings.attachments().limits()).isEqualTo(new AttachmentLimits(20_971_520, 10, 1_073_741_824));
        assertThat(settings.storage().bytesOfUser()).isEqualTo(67_108_864);
        assertThat(settings.attachments().chosenStore()).isEqualTo(AttachmentSettings.Store.POSTGRES);
        assertThat(settings.publicUrl()).isNull();
    }

    @Test
    void whatMayBeAttachedIsSet() {
        Settings settings = read(Map.of(
                "PARLEY_ATTACHMENTS_FILE_BYTES", "5 MB",
                "PARLEY_ATTACHMENTS_PER_MESSAGE", "3",
                "PARLEY_ATTACHMENTS_USER_BYTES", "1234",
                "PARLEY_STORAGE_USER_BYTES", "2 KiB",
                "PARLEY_ATTACHMENTS_STORE", "Files",
                "PARLEY_PUBLIC_URL", "https://chat.example/base"));

        assertThat(settings.attachments().limits()).isEqualTo(new AttachmentLimits(5_000_000, 3, 1234));
        assertThat(settings.attachments().chosenStore()).isEqualTo(AttachmentSettings.Store.FILES);
        assertThat(settings.publicUrl()).isEqualTo("https://chat.example/base");
    }

    @Test
    void onlyOpenAiIsSentMoreThanTextsUnlessAskedFor() {
        assertThat(sentFiles(Map.of())).containsExactly(FileKind.values());
        assertThat(sentFiles(
                        Map.of("PARLEY_ASSISTANT_BASE_URL", "http://localhost:11434/v1", "PARLEY_ASSISTANT_FILES", "")))
                .containsExactly(FileKind.TEXTS);
        assertThat(sentFiles(Map.of(
                        "PARLEY_ASSISTANT_BASE_URL", "http://localhost/v1", "PARLEY_ASSISTANT_FILES", "texts, Images")))
                .containsExactlyInAnyOrder(FileKind.IMAGES, FileKind.TEXTS);
        assertThat(sentFiles(Map.of("PARLEY_ASSISTANT_FILES", "none"))).isEmpty();
    }

    @Test
    void environmentVariablesReachTheirSettings() {
        Settings settings = read(Map.of(
                "PARLEY_LIMITS_SESSIONS_PER_USER", "3",
                "PARLEY_LIMITS_MESSAGE_CHARACTERS", "4",
                "PARLEY_LIMITS_MESSAGES_PER_SESSION", "5",
                "PARLEY_LIMITS_REQUESTS_PER_MINUTE", "6",
                "PARLEY_LIMITS_STREAMS_PER_USER", "7",
                "PARLEY_TRUSTED_PROXIES", "10.0.0.0/8, fd00::1",
                "PARLEY_CLUSTER", "true",
                "PARLEY_AUTH_JWT_SECRET", SECRET));

        assertThat(settings.limits()).isEqualTo(new Settings.Limits(3, 4, 5, 6, 7));
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8", "fd00::1");
        assertThat(settings.cluster()).isTrue();
        assertThat(settings.auth().jwtSecret()).isEqualTo(SECRET);
    }

    @Test
    void emptyVariablesCountAsAbsent() {
        Settings settings =
                read(Map.of("SPRING_DATASOURCE_URL", "", "PARLEY_AUTH_JWT_SECRET", "", "PARLEY_AUTH_ISSUER_URI", ""));

        assertThat(settings.auth()).isEqualTo(new Settings.Auth(null, null, List.of(), null, true, List.of()));
    }

    @Test
    void noLocalAccountsUnlessAskedForOnAnotherDatabase() {
        Settings settings = read(Map.of("SPRING_DATASOURCE_URL", DATABASE, "PARLEY_AUTH_JWT_SECRET", SECRET));

        assertThat(settings.auth().localAccounts()).isFalse();
    }

    @Test
    void noLocalAccountsWhereAnIssuerKeepsThem() {
        Settings settings = read(Map.of("PARLEY_AUTH_ISSUER_URI", "https://id.example", "PARLEY_AUTH_AUDIENCE", "*"));

        assertThat(settings.auth().localAccounts()).isFalse();
    }

    @Test
    void anIssuerNeedsAnAudience() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of("PARLEY_AUTH_ISSUER_URI", "https://id.example")))
                .withMessageContainingAll("PARLEY_AUTH_AUDIENCE", "PARLEY_AUTH_ISSUER_URI", "*");
    }

    @Test
    void anAudienceWithoutAnIssuerIsRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of("PARLEY_AUTH_AUDIENCE", "parley")))
                .withMessageContainingAll("PARLEY_AUTH_AUDIENCE", "PARLEY_AUTH_ISSUER_URI");
    }

    @Test
    void thereAreSeveralAudiencesOrAnyWillDo() {
        assertThat(audiences("parley, chat ,")).containsExactlyInAnyOrder("parley", "chat");
        assertThat(audiences("*")).isEmpty();
    }

    @Test
    void clocksMayDifferByAMinuteWhereAnIssuerSigns() {
        assertThat(read(Map.of("PARLEY_AUTH_ISSUER_URI", "https://id.example", "PARLEY_AUTH_AUDIENCE", "*"))
                        .auth()
                        .tolerance())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(read(Map.of()).auth().tolerance()).isZero();
        assertThat(read(Map.of("PARLEY_AUTH_CLOCK_TOLERANCE", "5s")).auth().tolerance())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_AUTH_CLOCK_TOLERANCE, -1s",
        "PARLEY_AUTH_CLOCK_TOLERANCE, 6m",
        "PARLEY_AUTH_CLOCK_TOLERANCE, soon",
        "PARLEY_LIMITS_SESSIONS_PER_USER, 0",
        "PARLEY_LIMITS_SESSIONS_PER_USER, many",
        "PARLEY_LIMITS_SESSIONS_PER_USER, ''",
        "PARLEY_LIMITS_MESSAGE_CHARACTERS, 0",
        "PARLEY_LIMITS_MESSAGE_CHARACTERS, 100001",
        "PARLEY_LIMITS_MESSAGES_PER_SESSION, -1",
        "PARLEY_LIMITS_REQUESTS_PER_MINUTE, 0",
        "PARLEY_LIMITS_SESSION_PER_USER, 10",
        "PARLEY_LIMITS_REQUESTS_PER_MINUTE, 1.5",
        "PARLEY_STORAGE_USER_BYTES, 0",
        "PARLEY_STORAGE_USER_BYTES, much",
        "PARLEY_ATTACHMENTS_FILE_BYTES, 0",
        "PARLEY_ATTACHMENTS_FILE_BYTES, -5",
        "PARLEY_ATTACHMENTS_FILE_BYTES, big",
        "PARLEY_ATTACHMENTS_FILE_BYTES, 20 XiB",
        "PARLEY_ATTACHMENTS_FILE_BYTES, 2GiB",
        "PARLEY_ATTACHMENTS_USER_BYTES, 999999999999999GiB",
        "PARLEY_ATTACHMENTS_USER_BYTES, 99999999999999999999",
        "PARLEY_ATTACHMENTS_PER_MESSAGE, 0",
        "PARLEY_ATTACHMENTS_STORE, tape",
        "PARLEY_ASSISTANT_FILES, 'images,'",
        "PARLEY_ASSISTANT_FILES, pictures",
        "PARLEY_LIMITS_STREAMS_PER_USER, 0",
        "PARLEY_PUBLIC_URL, chat.example",
        "PARLEY_TRUSTED_PROXIES, proxy.example",
        "PARLEY_TRUSTED_PROXIES, 10.0.0.0/33",
        "PARLEY_TRUSTED_PROXIES, 0.0.0.0/0",
        "PARLEY_TRUSTED_PROXIES, '10.0.0.0/8, ::/0'",
        "PARLEY_TRUSTED_PROXIES, '10.0.0.1,*'",
        "SERVER_FORWARD_HEADERS_STRATEGY, framework",
        "SERVER_FORWARD_HEADERS_STRATEGY, native",
        "SERVER_HTTP2_ENABLED, true",
        "SERVER_HTTP2_ENABLED, on",
        "PARLEY_AUTH_LOCAL_ACCOUNTS, perhaps",
        "PARLEY_CLUSTER, perhaps",
        "PARLEY_AUTH_ISSUER_URI, id.example",
        "PARLEY_AUTH_ISSUER_URI, ftp://id.example",
        "SERVER_PORT, http",
        "SERVER_PORT, 65536",
        "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE, 0",
        "SPRING_DATASOURCE_URL, jdbc:mysql://db.example/parley",
    })
    void aWrongValueIsNamed(String variable, String value) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(variable, value)))
                .withMessageContaining(variable)
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARLEY_CHATKIT_ON_DISCONNECT | stop | must be cancel or continue, but is \"stop\".",
                "PARLEY_RUNS_ON_ACTIVE_RUN | wait | must be reject, enqueue or interrupt, but is \"wait\".",
                "PARLEY_RUNS_DRAIN_TIMEOUT | later | must be a duration, such as 30s or 5m, but is \"later\".",
                "PARLEY_RUNS_HEARTBEAT | 0s | must be longer than nothing, such as 5s, but is \"0s\".",
                "PARLEY_LIMITS_MESSAGE_CHARACTERS | 0 | must be from 1 to 100000, such as 500, but is \"0\".",
                "PARLEY_ASSISTANT_TEMPERATURE | NaN | must be from 0 to 2, such as 0.7, but is \"NaN\".",
                "PARLEY_ASSISTANT_TEMPERATURE | hot | must be a number, such as 0.7, but is \"hot\".",
                "PARLEY_CORS_ORIGINS | https://a.example,* | must be origins with commas between, such as"
                        + " https://shop.example.org, without a path; * is none, but is \"*\".",
                "SERVER_ADDRESS | 192.0.2.1 | must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of"
                        + " them, but is \"192.0.2.1\".",
            })
    void theSentenceSaysWhatTheValueMayBe(String variable, String value, String rule) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(variable, value)))
                .withMessageEndingWith("(" + variable + ") " + rule);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(
                        "PARLEY_LIMITS_SESSIONS_PER_USER", "many",
                        "PARLEY_LIMITS_STREAMS_PER_USER", "0",
                        "PARLEY_LIMITS_REQUEST_PER_MINUTE", "7",
                        "PARLEY_AUTH_JWT_SECRET", "sesame",
                        "SERVER_PORT", "65536")))
                .satisfies(refusal -> assertThat(refusal.sentence().lines())
                        .hasSize(5)
                        .anyMatch(line -> line.contains("PARLEY_LIMITS_SESSIONS_PER_USER"))
                        .anyMatch(line -> line.contains("PARLEY_LIMITS_STREAMS_PER_USER"))
                        .anyMatch(line -> line.contains("PARLEY_LIMITS_REQUEST_PER_MINUTE"))
                        .anyMatch(line -> line.contains("PARLEY_AUTH_JWT_SECRET"))
                        .anyMatch(line -> line.contains("SERVER_PORT")));
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_LIMIT_MESSAGE_CHARACTERS, PARLEY_LIMITS_MESSAGE_CHARACTERS",
        "parley.limits.message-charakters, parley.limits.message-characters",
        "PARLEY_MCP_SERVERS_FILES_COMAND, PARLEY_MCP_SERVERS_FILES_COMMAND",
        "PARLEY_MCP_SERVERS_FILES_ARGUMENTS_X, PARLEY_MCP_SERVERS_FILES_ARGUMENTS",
        "PARLEY_CHATKIT_CLIENT_TOOLS_MAP_NAME, PARLEY_CHATKIT_CLIENTTOOLS_MAP_NAME",
    })
    void theNearestNameAnswersAMisspeltOne(String misspelt, String meant) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(misspelt, "800")))
                .withMessage(misspelt + " is not a setting of Parley; the nearest one is " + meant + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_DATASOURCE_UR, SPRING_DATASOURCE_URL",
        "SPRING_DATASOURCES_URL, SPRING_DATASOURCE_URL",
        "SPRNG_DATASOURCE_URL, SPRING_DATASOURCE_URL",
        "SPRING_DATASOURCE_USER, SPRING_DATASOURCE_USERNAME",
        "SPRING_DATASOURCE_PASSWRD, SPRING_DATASOURCE_PASSWORD",
        "SPRING_FLYWAY_USERNAME, SPRING_FLYWAY_USER",
        "SPRING_DATASOURCE_HIKARI_MAX_POOL_SIZE, SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
        "spring.datasource.ulr, spring.datasource.url",
        "SPRINGDOC_SWAGGERUI_ENABLE, SPRINGDOC_SWAGGER_UI_ENABLED",
    })
    void aMisspeltSettingOfSpringIsAnsweredWithTheNearest(String misspelt, String meant) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(misspelt, DATABASE)))
                .withMessage(misspelt + " is not a setting; the nearest one is " + meant + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_FLYWAY_URL",
                "SPRING_DATASOURCE_NAME",
                "SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE",
                "SPRING_DATASOURCE_HIKARI_MINIMUMIDLE",
                "SPRING_PROFILES_ACTIVE",
                "SPRING_APPLICATION_JSON",
                "SPRING_CLOUD_CONFIG_URI",
                "SPRINGDOC_API_DOCS_PATH",
                "DATABASE_URL",
                "PATH"
            })
    void otherSettingsOfSpringAndOfOthersAreLeftAlone(String variable) {
        assertThat(SpringSettings.sentences(Stream.of(variable))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_TOMCAT_MAXCONNECTIONS | many | must be a whole number",
                "SERVER_TOMCAT_ACCESSLOG_ENABLED | perhaps | must be true or false",
                "SERVER_SHUTDOWN | slowly | must be graceful or immediate",
                "SERVER_MAXHTTPREQUESTHEADERSIZE | big | must be a size, such as",
                "SERVER_ADDRESS | nowhere.invalid | must be an address of this machine",
                "SERVER_SSL_CERTIFICATE | missing.pem | must name a file that can be read",
                "SERVER_SSL_CERTIFICATE | src | must name a file that can be read",
                "MANAGEMENT_SERVER_ADDRESS | 192.0.2.1 | must be an address of this machine",
                "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT | soon | must be a whole number",
                "LOGGING_LEVEL_ROOT | loud | must be trace, debug, info, warn, error, fatal or off, but is \"loud\".",
                "LOGGING_LEVEL_DEV_PARLEY_WEB | loud | must be trace, debug",
                "LOGGING_THRESHOLD_CONSOLE | loud | must be trace, debug",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE | elastic | must be ecs, gelf or logstash, but is \"elastic\".",
                "LOGGING_CONFIG | missing.xml | must name a file that can be read",
            })
    void whatSpringReadsIsReadBeforeAnythingIsStarted(String variable, String value, String rule) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(variable, value)))
                .satisfies(refusal -> assertThat(refusal.sentence().lines())
                        .singleElement()
                        .asString()
                        .contains(rule)
                        .endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE | 0"
                        + " | spring.datasource.hikari.maximum-pool-size (SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE)"
                        + " must be at least 1, but is \"0\".",
                "SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT | 5"
                        + " | spring.datasource.hikari.connection-timeout (SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT)"
                        + " cannot be used: connectionTimeout cannot be less than 250ms.",
            })
    void aValueThatALibraryRefusesIsNamedOnce(String variable, String value, String sentence) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(variable, value)))
                .withMessage(sentence);
    }

    @Test
    void aNameLikeNoOtherIsAnsweredWithWhereTheyAreListed() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of("PARLEY_XYZ", "1")))
                .withMessage("PARLEY_XYZ is not a setting of Parley; docs/settings.md lists those that there are.");
    }

    @Test
    void aSystemPromptThatIsMissingIsRefused() {
        assertRefused(
                Map.of("PARLEY_ASSISTANT_SYSTEM_PROMPT_FILE", "missing.txt"), "PARLEY_ASSISTANT_SYSTEM_PROMPT_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARLEY_DATABASE_DIRECT_URL", "PARLEY_ASSISTANT_BASE_URL", "PARLEY_ASSISTANT_HEADERS"})
    void aValueThatMayHoldASecretIsNotShown(String variable) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of(variable, "sesame")))
                .withMessageContaining(variable)
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("sesame"));
    }

    @Test
    void aShortSecretIsRefusedAndNotShown() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of("PARLEY_AUTH_JWT_SECRET", "sesame")))
                .withMessageContaining("PARLEY_AUTH_JWT_SECRET")
                .withMessageContaining("32 bytes, but has 6")
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("sesame"));
    }

    @Test
    void aSecretIsMeasuredInBytes() {
        assertThat(read(Map.of("PARLEY_AUTH_JWT_SECRET", "ü".repeat(16))).auth().jwtSecret())
                .hasSize(16);
    }

    @Test
    void secretAndIssuerTogetherAreRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() ->
                        read(Map.of("PARLEY_AUTH_JWT_SECRET", SECRET, "PARLEY_AUTH_ISSUER_URI", "https://id.example")))
                .withMessageContainingAll("PARLEY_AUTH_JWT_SECRET", "PARLEY_AUTH_ISSUER_URI");
    }

    @Test
    void anotherDatabaseNeedsASecretOrAnIssuer() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(Map.of("SPRING_DATASOURCE_URL", DATABASE)))
                .withMessageContainingAll("PARLEY_AUTH_JWT_SECRET", "PARLEY_AUTH_ISSUER_URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARLEY_DATABASE_DIRECT_URL", "SPRING_FLYWAY_USER", "SPRING_FLYWAY_PASSWORD"})
    void whatGoesWithADatabaseOfOnesOwnIsRefusedWithoutOne(String variable) {
        assertRefused(Map.of(variable, DATABASE), variable, "SPRING_DATASOURCE_URL");
    }

    @Test
    void thePasswordOfAnOwnerNeedsTheOwner() {
        assertRefused(
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        DATABASE,
                        "PARLEY_AUTH_JWT_SECRET",
                        SECRET,
                        "SPRING_FLYWAY_PASSWORD",
                        "sesame"),
                "SPRING_FLYWAY_USER",
                "SPRING_FLYWAY_PASSWORD");
    }

    @Test
    void aDirectAddressIsOneOfPostgresql() {
        assertRefused(
                Map.of("PARLEY_DATABASE_DIRECT_URL", "localhost:5432"),
                "PARLEY_DATABASE_DIRECT_URL",
                "jdbc:postgresql:");
    }

    @Test
    void localAccountsWithAnIssuerAreRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(
                        Map.of("PARLEY_AUTH_LOCAL_ACCOUNTS", "true", "PARLEY_AUTH_ISSUER_URI", "https://id.example")))
                .withMessageContainingAll("PARLEY_AUTH_LOCAL_ACCOUNTS", "PARLEY_AUTH_ISSUER_URI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PARLEY_PORT", "PARLEY_SERVICE_HOST", "PARLEY_PORT_8080_TCP_ADDR", "PARLEY_TEST_DATABASE_URL"})
    void variablesOfKubernetesAndOfTestsAreNoMisspeltSettings(String variable) {
        assertThat(read(Map.of(variable, "tcp://10.0.0.1:8080")).limits().sessionsPerUser())
                .isEqualTo(10);
    }

    @Test
    void settingsDoNotShowTheirSecret() {
        assertThat(read(Map.of("PARLEY_AUTH_JWT_SECRET", SECRET)).toString()).doesNotContain(SECRET);
    }

    private static void assertRefused(Map<String, Object> variables, String... named) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> read(variables))
                .withMessageContainingAll(named);
    }

    private static Set<String> audiences(String audience) {
        return read(Map.of("PARLEY_AUTH_ISSUER_URI", "https://id.example", "PARLEY_AUTH_AUDIENCE", audience))
                .auth()
                .audiences();
    }

    private static Set<FileKind> sentFiles(Map<String, Object> variables) {
        return read(variables).assistant().sentFiles();
    }

    private static Settings read(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", new HashMap<>(variables)));
        ConfigurationPropertySources.attach(environment);
        new LogSettings().postProcessEnvironment(environment, new SpringApplication());
        new LocalAccountsByDefault().postProcessEnvironment(environment, new SpringApplication());
        return SettingsReader.read(environment);
    }
}
