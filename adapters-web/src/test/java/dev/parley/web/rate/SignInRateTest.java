package dev.parley.web.rate;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.SystemError;
import dev.parley.application.signin.RecogniseClient;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInError;
import dev.parley.domain.signin.SignInId;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.testing.ClockMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignInRateTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    private static final EmailAddress BOB = EmailAddress.of("bob@example.org");
    private static final String ATTACKER = "198.51.100.7";
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";
    private static final AccountId CALLER = new AccountId(UUID.randomUUID());

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final Buckets buckets = Buckets.ofThisNode(new ClockMeter(clock));
    private final SignInRate rate = new SignInRate(
            buckets,
            new FailedSignInRate(
                    buckets,
                    UseCases.over(ports).get(RecogniseClient.class),
                    clock::advance,
                    () -> TimeUnit.MILLISECONDS.toNanos(clock.millis())),
            new SignInCapacity(1));

    @Test
    void whoGuessesWronglyIsRefusedAndWhoKnowsThePasswordIsNot() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(fails(ADA, ATTACKER)).isTrue();
        }

        assertThatThrownBy(() -> fails(ADA, ATTACKER)).isInstanceOf(HttpErrorException.class);
        assertThatThrownBy(() -> succeeds(ADA, ATTACKER)).isInstanceOf(HttpErrorException.class);
        assertThat(succeeds(ADA, ELSEWHERE)).isTrue();
        assertThat(succeeds(BOB, ATTACKER)).isTrue();
    }

    @Test
    void failuresAloneAreCounted() {
        Instant before = clock.instant();

        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(succeeds(ADA, HOME)).isTrue();
            assertThatThrownBy(() -> rate.guess(ADA, HOME, SignInRateTest::busy))
                    .is(failure(SystemError.SERVICE_UNAVAILABLE));
        }

        assertThat(clock.instant()).as("nobody had to wait").isEqualTo(before);
    }

    @Test
    void aClientThatHasLoggedInThereBeforeIsNeverSlowedDownByOthers() {
        knownAt(HOME);
        attack(100);
        Instant before = clock.instant();

        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(succeeds(ADA, HOME)).isTrue();
        }

        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void aClientThatComesForTheFirstTimeGetsInWithoutWaitingWhileOthersGuess() {
        attack(99);
        Instant before = clock.instant();

        assertThat(succeeds(ADA, ELSEWHERE)).isTrue();

        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void aClientThatHasBeenThereWaitsForItsTurnInsteadOfBeingRefused() {
        attack(20);
        assertThat(fails(ADA, ELSEWHERE)).isTrue();
        Instant before = clock.instant();

        assertThat(succeeds(ADA, ELSEWHERE)).isTrue();

        assertThat(clock.instant()).isAfter(before);
    }

    @Test
    void tenThousandGuessesOverAHundredClientsTakeAThousandMinutes() {
        Instant before = clock.instant();

        attack(10_000);

        assertThat(Duration.between(before, clock.instant()))
                .isBetween(Duration.ofMinutes(980), Duration.ofMinutes(1010));
    }

    @Test
    void anotherAddressIsNotSlowedDown() {
        attack(1000);
        Instant before = clock.instant();

        assertThat(fails(BOB, HOME)).isTrue();

        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void aCallerWhoGuessesItsPasswordIsRefused() {
        for (int guess = 0; guess < 10; guess++) {
            assertThatThrownBy(() -> rate.guess(CALLER, SignInRateTest::wrong)).is(failure(SignInError.WRONG_PASSWORD));
        }

        assertThatThrownBy(() -> rate.guess(CALLER, () -> true)).isInstanceOf(HttpErrorException.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(rate.guess(CALLER, () -> true)).isTrue();
    }

    /** Guesses in turn from a hundred clients until so many guesses were made. */
    private void attack(int guesses) {
        int made = 0;
        for (int turn = 0; made < guesses; turn++) {
            if (isMade("203.0.113." + turn % 100)) {
                made++;
            }
        }
    }

    private boolean isMade(String client) {
        try {
            return fails(ADA, client);
        } catch (HttpErrorException refused) {
            clock.advance(Duration.ofSeconds(1));
            return false;
        }
    }

    private boolean fails(EmailAddress email, String client) {
        try {
            return rate.guess(email, client, () -> {
                throw new Failure(AccountError.INVALID_CREDENTIALS);
            });
        } catch (Failure wrong) {
            return true;
        }
    }

    private boolean succeeds(EmailAddress email, String client) {
        return rate.guess(email, client, () -> true);
    }

    private static boolean busy() {
        throw new Failure(SystemError.SERVICE_UNAVAILABLE);
    }

    private static boolean wrong() {
        throw new Failure(SignInError.WRONG_PASSWORD);
    }

    private void knownAt(String network) {
        Account account = new Account(new AccountId(UUID.randomUUID()), ADA, clock.instant());
        SignIn signIn = new SignIn(
                new SignInId(UUID.randomUUID()),
                account.id(),
                "curl",
                clock.instant(),
                clock.instant(),
                clock.instant().plusSeconds(1));
        ports.unitOfWork().run(() -> {
            ports.accounts().addLocal(account, new PasswordHash("a hash"));
            ports.signIns().add(signIn, network);
        });
    }
}
