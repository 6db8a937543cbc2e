package dev.parley.web.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.signin.LogOut;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.web.security.HmacAccessTokens;
import dev.parley.web.security.TokenDecoders;
import dev.parley.web.testing.ScriptedIssuer;
import dev.parley.web.testing.TokenMemories;
import dev.parley.web.testing.Tokens;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class TokenMemoryTest {

    private static final byte[] SECRET = Tokens.SECRET.getBytes(UTF_8);
    private static final Duration DAY = Duration.ofDays(1);
    private static final RSAKey KEY = ScriptedIssuer.key("k1");

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final TokenMemory memory = TokenMemories.of(ports, clock);
    private final JwtDecoder node = decoder(memory);
    private final JwtDecoder otherNode = decoder(TokenMemories.of(ports, clock));
    private final AccountId ada = new AccountId(UUID.randomUUID());

    TokenMemoryTest() {
        ports.unitOfWork()
                .run(() -> ports.accounts()
                        .addLocal(
                                new Account(ada, EmailAddress.of("ada@example.org"), clock.instant()),
                                new PasswordHash("a hash")));
    }

    @Test
    void aTokenThatIsLoggedOutWithIsRefusedByItsNodeAtOnceAndByEveryOtherWithinAMinute() {
        String token = tokenOfSignIn();
        node.decode(token);
        otherNode.decode(token);

        logOut(token);

        assertRevoked(node, token);
        clock.advance(Duration.ofSeconds(60));
        assertRevoked(otherNode, token);
    }

    @Test
    void soIsOneThatWasMadeElsewhere() {
        String token = madeElsewhere("");
        node.decode(token);
        otherNode.decode(token);

        logOut(token);

        assertRevoked(node, token);
        clock.advance(Duration.ofSeconds(60));
        assertRevoked(otherNode, token);
        assertThat(node.decode(madeElsewhere(",\"jti\":\"another\"")).getSubject())
                .isEqualTo(ada.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsRefusedInEveryOtherSpelling(Rewriting rewriting) {
        try (ScriptedIssuer issuer = new ScriptedIssuer(KEY)) {
            JwtDecoder ofIssuer = decoder(issuer);
            String token = rewritable(this::madeElsewhere);
            String issued = rewritable(jti -> ScriptedIssuer.signed(
                    KEY, "{\"alg\":\"RS256\",\"kid\":\"k1\"}", claims(jti + ",\"iss\":\"" + issuer.uri() + "\"")));
            logOut(node, token);
            logOut(ofIssuer, issued);

            assertMalformed(node, rewriting.of(token));
            assertMalformed(ofIssuer, rewriting.of(issued));
        }
    }

    /** Of a signature (r, s) of ECDSA anybody can make (r, n - s), which is as good. */
    @ParameterizedTest
    @CsvSource({"ES256, P-256", "ES384, P-384", "ES512, P-521"})
    void aTokenThatIsLoggedOutWithIsRefusedWithItsOtherSignatureToo(String algorithm, String curve) throws Exception {
        ECKey key = new ECKeyGenerator(Curve.parse(curve)).keyID("k1").generate();
        try (ScriptedIssuer issuer = new ScriptedIssuer()) {
            issuer.keysAs(exchange -> ScriptedIssuer.send(exchange, 200, new JWKSet(key).toString()));
            JwtDecoder ofIssuer = decoder(issuer);
            JWSObject token = new JWSObject(
                    JWSHeader.parse("{\"alg\":\"%s\",\"kid\":\"k1\"}".formatted(algorithm)),
                    new Payload(claims(",\"iss\":\"" + issuer.uri() + "\"")));
            token.sign(new ECDSASigner(key));
            String twin = withOtherSignature(token, key.getCurve());
            assertThat(ofIssuer.decode(twin).getSubject()).isEqualTo(ada.toString());

            logOut(ofIssuer, token.serialize());
            clock.advance(Duration.ofSeconds(60));

            assertRevoked(ofIssuer, token.serialize());
            assertRevoked(ofIssuer, twin);
        }
    }

    @Test
    void aNewPasswordRevokesWhatSaysToBeOlderOrSaysNothing() {
        clock.advance(Duration.ofSeconds(10));
        ports.unitOfWork().run(() -> ports.accounts().changePassword(ada, new PasswordHash("new"), clock.instant()));

        assertRevoked(node, madeElsewhere(""));
        assertRevoked(node, madeElsewhere(",\"iat\":" + (clock.instant().getEpochSecond() - 1)));
        assertThat(node.decode(madeElsewhere(",\"iat\":" + (clock.instant().getEpochSecond() + 1))))
                .isNotNull();
    }

    @Test
    void aSignInOfAnotherAccountOrNoneIsNone() {
        assertRevoked(node, madeElsewhere(",\"sign_in\":\"" + UUID.randomUUID() + "\""));
        assertThat(node.decode(madeElsewhere(",\"sign_in\":\"tuesday\""))).isNotNull();
        assertThat(node.decode(
                        madeElsewhere(",\"iss\":\"https://example.org\",\"sign_in\":\"" + UUID.randomUUID() + "\"")))
                .isNotNull();
    }

    @Test
    void theStoreIsAskedOnceAMinute() {
        AtomicInteger units = new AtomicInteger();
        JwtDecoder counted = decoder(over(new CountingUnits(ports.unitOfWork(), units)));
        String token = tokenOfSignIn();

        for (int request = 0; request < 100; request++) {
            counted.decode(token);
        }
        assertThat(units).hasValue(1);

        clock.advance(Duration.ofSeconds(60));
        counted.decode(token);
        assertThat(units).hasValue(2);
    }

    @Test
    void requestsAtTheSameTimeWaitForOneCheck() throws Exception {
        AtomicInteger units = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        JwtDecoder counted = decoder(over(new CountingUnits(new HeldUnits(ports.unitOfWork(), release), units)));
        String token = tokenOfSignIn();

        List<Thread> threads = new ArrayList<>();
        ThreadFactory virtual = Thread.ofVirtual().factory();
        try (ExecutorService requests = Executors.newThreadPerTaskExecutor(task -> {
            threads.add(virtual.newThread(task));
            return threads.getLast();
        })) {
            List<Future<Jwt>> answers = Stream.generate(() -> requests.submit(() -> counted.decode(token)))
                    .limit(50)
                    .toList();
            await().until(() -> threads.stream().allMatch(TokenMemoryTest::isWaiting));
            release.countDown();
            for (Future<Jwt> answer : answers) {
                assertThat(answer.get().getSubject()).isEqualTo(ada.toString());
            }
        }

        assertThat(units).hasValue(1);
    }

    @Test
    void withoutTheStoreATokenServesNobodyButWhoOperatesTheServer() {
        TokenMemory cutOffMemory = over(new BrokenUnits());
        JwtDecoder cutOff = decoder(cutOffMemory);
        TokenAccounts known = TokenMemories.accounts(ports, clock);
        TokenUsers users = new TokenUsers(known, TokenMemoryTest::isOperator);
        String operator = madeElsewhere(",\"scope\":\"parley.admin\"");
        String user = madeElsewhere("");
        users.convert(node.decode(operator));

        assertThatThrownBy(() -> cutOff.decode(tokenOfSignIn())).isInstanceOf(SystemFailure.class);
        assertThatThrownBy(() -> users.convert(cutOff.decode(user))).isInstanceOf(SystemFailure.class);
        assertThatThrownBy(() -> users.operator(cutOff.decode(user))).isInstanceOf(SystemFailure.class);
        assertThatThrownBy(() -> users.convert(cutOff.decode(operator))).isInstanceOf(SystemFailure.class);
        assertThat(users.operator(cutOff.decode(operator)).isAuthenticated()).isTrue();
    }

    @Test
    void aDefectLetsNoTokenPass() {
        JwtDecoder broken = decoder(over(new DefectiveUnits()));

        assertThatThrownBy(() -> broken.decode(madeElsewhere(",\"scope\":\"parley.admin\"")))
                .isInstanceOf(SystemFailure.class);
    }

    @Test
    void aCheckThatBeganBeforeATokenWasRevokedIsNotRemembered() throws Exception {
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TokenMemory slow = over(new LateUnits(ports.unitOfWork(), hasRead, release));
        JwtDecoder slowNode = decoder(slow);
        String token = tokenOfSignIn();

        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Jwt> early = requests.submit(() -> slowNode.decode(token));
            hasRead.await();
            logOut(token);
            slow.forget(ada);
            release.countDown();
            early.get();
        }

        assertRevoked(slowNode, token);
    }

    private void logOut(String token) {
        logOut(node, token);
    }

    private void logOut(JwtDecoder decoder, String token) {
        new LogOut(ports.unitOfWork(), ports.signIns(), ports.revokedTokens())
                .logOut(PresentedTokens.of(decoder.decode(token), ada));
        memory.forget(ada);
    }

    private TokenMemory over(UnitOfWork unitOfWork) {
        return new TokenMemory(
                new CheckToken(unitOfWork, ports.signIns(), ports.revokedTokens(), clock),
                TokenMemories.accounts(ports, clock),
                clock);
    }

    private JwtDecoder decoder(TokenMemory ofNode) {
        return TokenDecoders.sharedSecret(SECRET, Duration.ZERO, clock, ofNode);
    }

    private JwtDecoder decoder(ScriptedIssuer issuer) {
        return TokenDecoders.issuer(issuer.uri(), Set.of(), Duration.ZERO, clock, memory);
    }

    private String tokenOfSignIn() {
        SignIn signIn = new SignIn(
                new SignInId(UUID.randomUUID()),
                ada,
                "curl",
                clock.instant(),
                clock.instant(),
                clock.instant().plus(DAY));
        ports.unitOfWork().run(() -> ports.signIns().add(signIn, "192.0.2.1"));
        return new HmacAccessTokens(SECRET).issue(signIn);
    }

    private String madeElsewhere(String claims) {
        return Tokens.with(claims(claims));
    }

    private String claims(String more) {
        return "{\"sub\":\"%s\",\"exp\":%d%s}"
                .formatted(ada, clock.instant().plus(DAY).getEpochSecond(), more);
    }

    /** For the check of another, or for the latch. */
    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    /** A token whose signature has a character that the standard alphabet writes differently. */
    private static String rewritable(UnaryOperator<String> tokenWithClaim) {
        return IntStream.range(0, 1000)
                .mapToObj(jti -> tokenWithClaim.apply(",\"jti\":\"%d\"".formatted(jti)))
                .filter(token -> token.lastIndexOf('.') < Math.max(token.lastIndexOf('-'), token.lastIndexOf('_')))
                .findFirst()
                .orElseThrow();
    }

    private static String withOtherSignature(JWSObject token, Curve curve) {
        byte[] signature = token.getSignature().decode();
        int half = signature.length / 2;
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
        String other = "%0" + 2 * half + "x";
        byte[] twin = HexFormat.of()
                .parseHex(HexFormat.of().formatHex(signature, 0, half)
                        + other.formatted(curve.toECParameterSpec().getOrder().subtract(s)));
        return new String(token.getSigningInput(), UTF_8) + "." + Base64URL.encode(twin);
    }

    private static void assertMalformed(JwtDecoder decoder, String token) {
        assertThatThrownBy(() -> ignore(decoder.decode(token))).isExactlyInstanceOf(BadJwtException.class);
    }

    private static void assertRevoked(JwtDecoder decoder, String token) {
        assertThatThrownBy(() -> ignore(decoder.decode(token)))
                .isInstanceOf(JwtValidationException.class)
                .hasMessage("the token is revoked");
    }

    private static boolean isOperator(Authentication caller) {
        return AuthorityUtils.authorityListToSet(caller.getAuthorities()).contains("SCOPE_parley.admin");
    }

    private static void ignore(Jwt token) {
        assertThat(token).isNotNull();
    }

    /** Other texts that a lenient decoder of base64url takes for the same bytes. */
    enum Rewriting {
        PADDED,
        STANDARD_ALPHABET,
        LAST_CHARACTER_1,
        LAST_CHARACTER_2,
        LAST_CHARACTER_3;

        private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        String of(String token) {
            String rewritten = switch (this) {
                case PADDED -> token + "=";
                case STANDARD_ALPHABET -> withStandardSignature(token);
                case LAST_CHARACTER_1 -> withLastCharacter(token, 1);
                case LAST_CHARACTER_2 -> withLastCharacter(token, 2);
                case LAST_CHARACTER_3 -> withLastCharacter(token, 3);
            };
            assertThat(rewritten).isNotEqualTo(token);
            return rewritten;
        }

        private static String withStandardSignature(String token) {
            int start = token.lastIndexOf('.') + 1;
            return token.substring(0, start)
                    + token.substring(start).replace('-', '+').replace('_', '/');
        }

        /** The last bits stand for nothing. */
        private static String withLastCharacter(String token, int bits) {
            int last = token.length() - 1;
            return token.substring(0, last) + ALPHABET.charAt(ALPHABET.indexOf(token.charAt(last)) ^ bits);
        }
    }

    private record CountingUnits(UnitOfWork unitOfWork, AtomicInteger count) implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            count.incrementAndGet();
            return unitOfWork.execute(work);
        }

        @Override
        public <T> T read(Supplier<T> work) {
            count.incrementAndGet();
            return unitOfWork.read(work);
        }
    }

    private record HeldUnits(UnitOfWork unitOfWork, CountDownLatch release) implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return unitOfWork.execute(work);
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }

    /** Answers with what it read a while ago. */
    private record LateUnits(UnitOfWork unitOfWork, CountDownLatch hasRead, CountDownLatch release)
            implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            T result = unitOfWork.execute(work);
            hasRead.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return result;
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }

    private record DefectiveUnits() implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            throw SystemFailure.internal("begin", new IllegalStateException("a defect"));
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }

    private record BrokenUnits() implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            throw SystemFailure.unavailable("begin", new IllegalStateException("the store is away"));
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }
}
