package dev.parley.bootstrap.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.bootstrap.command.ExecutedCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server takes such tokens: {@code DeployTest} signs its own with the same secret. */
class TokenTest {

    private static final String SECRET = "a secret of tests with more than 32 bytes";
    private static final String CONFIGURED = "--parley.auth.jwt-secret=" + SECRET;

    @Test
    void aTokenIsPrintedAloneAndIsValidForAnHour() throws Exception {
        ExecutedCommand executed = ExecutedCommand.of("token", "u-17", CONFIGURED);

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.err()).isEmpty();
        SignedJWT token = parsed(executed, SECRET.getBytes(UTF_8));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("u-17");
        assertThat(token.getJWTClaimsSet().getClaims()).containsOnlyKeys("sub", "iat", "exp");
        assertThat(lifetime(token)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anOperatorsTokenHasTheScopeAndTheLifetimeThatIsAskedFor() throws Exception {
        ExecutedCommand executed = ExecutedCommand.of("token", "monitoring", "--admin", "--ttl", "90d", CONFIGURED);

        SignedJWT token = parsed(executed, SECRET.getBytes(UTF_8));
        assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("parley.admin");
        assertThat(lifetime(token)).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void theSecretThatTheServerHasMadeIsUsedWhereNoneIsConfigured(@TempDir Path folder) throws Exception {
        byte[] secret = "32 bytes that the server has made".getBytes(UTF_8);
        Path file = folder.resolve("jwt-secret");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));

        ExecutedCommand executed = ExecutedCommand.of("token", "u-17", "--parley.data-dir=" + folder);

        assertThat(parsed(executed, secret).getJWTClaimsSet().getSubject()).isEqualTo("u-17");
    }

    @Test
    void withoutASecretNothingIsMade(@TempDir Path folder) {
        ExecutedCommand executed = ExecutedCommand.of("token", "u-17", "--parley.data-dir=" + folder);

        assertThat(executed.exitCode()).isOne();
        assertThat(executed.out()).isEmpty();
        assertThat(executed.err()).contains("start Parley once");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withAnIssuerItSaysWhoMakesTokens() {
        ExecutedCommand executed = ExecutedCommand.of(
                "token", "u-17", "--parley.auth.issuer-uri=https://id.example", "--parley.auth.audience=parley");

        assertThat(executed.exitCode()).isOne();
        assertThat(executed.out()).isEmpty();
        assertThat(executed.err()).startsWith("Tokens are made by the issuer https://id.example;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "soon", "36501d", "-1d", "99999999999999999999d"})
    void aLifetimeThatMakesNoSenseIsRefused(String lifetime) {
        ExecutedCommand executed = ExecutedCommand.of("token", "u-17", "--ttl=" + lifetime, CONFIGURED);

        assertThat(executed.exitCode()).isOne();
        assertThat(executed.err()).startsWith("ttl must be from a second to ten years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "token a b", "token --admin", "token a --ttl"})
    void whatMakesNoSenseIsAnsweredWithTheUsage(String arguments) {
        ExecutedCommand executed = ExecutedCommand.of(arguments.split(" ", -1));

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("Usage: parley.jar token");
    }

    @Test
    void aBlankSubjectIsRefused() {
        assertThat(ExecutedCommand.of("token", " ", CONFIGURED).exitCode()).isEqualTo(2);
    }

    private static SignedJWT parsed(ExecutedCommand executed, byte[] secret) throws Exception {
        SignedJWT token = SignedJWT.parse(executed.out().strip());
        assertThat(token.verify(new MACVerifier(secret))).isTrue();
        return token;
    }

    private static Duration lifetime(SignedJWT token) throws Exception {
        return Duration.between(
                token.getJWTClaimsSet().getIssueTime().toInstant(),
                token.getJWTClaimsSet().getExpirationTime().toInstant());
    }
}
