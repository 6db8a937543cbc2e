package dev.parley.web.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.StepFailed;
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
import dev.parley.web.testing.TokenMemories;
import dev.parley.web.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class TokenMemoryTest {

    private static final byte[] SECRET = Tokens.SECRET.getBytes(UTF_8);
    private static final Duration DAY = Duration.ofDays(1);

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

        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Jwt>> answers = Stream.generate(() -> requests.submit(() -> counted.decode(token)))
                    .limit(50)
                    .toList();
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

        assertThatThrownBy(() -> cutOff.decode(tokenOfSignIn())).isInstanceOf(StepFailed.class);
        assertThatThrownBy(() -> users.convert(cutOff.decode(user))).isInstanceOf(StepFailed.class);
        assertThatThrownBy(() -> users.operator(cutOff.decode(user))).isInstanceOf(StepFailed.class);
        assertThatThrownBy(() -> users.convert(cutOff.decode(operator))).isInstanceOf(StepFailed.class);
        assertThat(users.operator(cutOff.decode(operator)).isAuthenticated()).isTrue();
    }

    @Test
    void aDefectLetsNoTokenPass() {
        JwtDecoder broken = decoder(over(new DefectiveUnits()));

        assertThatThrownBy(() -> broken.decode(madeElsewhere(",\"scope\":\"parley.admin\"")))
                .isInstanceOf(StepFailed.class);
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
        new LogOut(ports.unitOfWork(), ports.signIns(), ports.revokedTokens())
                .logOut(PresentedTokens.of(node.decode(token), ada));
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
        return Tokens.with("{\"sub\":\"%s\",\"exp\":%d%s}"
                .formatted(ada, clock.instant().plus(DAY).getEpochSecond(), claims));
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
            throw StepFailed.internal("begin", new IllegalStateException("a defect"));
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }

    private record BrokenUnits() implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            throw StepFailed.unavailable("begin", new IllegalStateException("the store is away"));
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }
}
