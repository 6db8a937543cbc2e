package dev.parley.application.signin;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.account.PasswordHasher;
import dev.parley.application.account.RegisterAccount;
import dev.parley.application.signin.OfferPasswordReset.ResetCode;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ReversingHasher;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.access.Secret;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordRules;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInClient;
import dev.parley.domain.signin.SignInError;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInUseCasesTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    private static final Password SECRET = new Password("correct horse");
    private static final String CHOSEN = "battery staple";

    /** As Windows types it, and as macOS does, there with a space that does not break. */
    private static final String COMPOSED = "\u00e9l\u00e8ve 77 qx";

    private static final String DECOMPOSED = "e\u0301le\u0300ve\u00a077 qx";
    private static final SignInClient LAPTOP = SignInClient.of("Laptop", "192.0.2.1");
    private static final SignInClient PHONE = SignInClient.of("Phone", "192.0.2.2");
    private static final Duration DAY = Duration.ofDays(1);

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final ReversingHasher hasher = new ReversingHasher();
    private final UseCases useCases = UseCases.over(ports)
            .with(InstantSource.class, clock)
            .with(PasswordHasher.class, hasher)
            .with(PasswordRules.class, new PasswordRules("iloveyou"::equals))
            .with(AccessTokens.class, signIn -> signIn.id().toString());
    private final LogIn logIn = useCases.get(LogIn.class);
    private final LogOut logOut = useCases.get(LogOut.class);
    private final CheckToken checkToken = useCases.get(CheckToken.class);
    private final ListSignIns listSignIns = useCases.get(ListSignIns.class);
    private final EndSignIn endSignIn = useCases.get(EndSignIn.class);
    private final ChangePassword changePassword = useCases.get(ChangePassword.class);
    private final OfferPasswordReset offerPasswordReset = useCases.get(OfferPasswordReset.class);
    private final ResetPassword resetPassword = useCases.get(ResetPassword.class);
    private final AccountId ada =
            useCases.get(RegisterAccount.class).register(ADA, SECRET.value()).id();

    @Test
    void whoLogsInHasASignInForADay() {
        AccessToken token = logIn.logIn(EmailAddress.of("ADA@example.org"), SECRET, LAPTOP);

        assertThat(token.lifetime()).isEqualTo(DAY);
        assertThat(listSignIns.list(ada)).singleElement().satisfies(signIn -> {
            assertThat(signIn.id()).hasToString(token.value());
            assertThat(signIn.client()).isEqualTo("Laptop");
            assertThat(signIn.expiresAt()).isEqualTo(clock.instant().plus(DAY));
        });
        clock.advance(DAY);
        assertThat(listSignIns.list(ada)).isEmpty();
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlikeAndCostAlike() {
        int before = hasher.checks();

        assertThatThrownBy(() -> logIn.logIn(ADA, new Password("wrong password"), LAPTOP))
                .is(failure(AccountError.INVALID_CREDENTIALS));
        int afterWrong = hasher.checks();
        assertThatThrownBy(() -> logIn.logIn(EmailAddress.of("eve@example.org"), SECRET, LAPTOP))
                .is(failure(AccountError.INVALID_CREDENTIALS));

        assertThat(afterWrong - before).isEqualTo(1);
        assertThat(hasher.checks() - afterWrong).isEqualTo(1);
        assertThat(listSignIns.list(ada)).isEmpty();
    }

    @Test
    void itDoesNotMatterHowAKeyboardComposesAccentsAndSpaces() {
        for (String chosen : List.of(COMPOSED, DECOMPOSED)) {
            resetTo(chosen);

            assertThat(logIn.logIn(ADA, new Password(COMPOSED), LAPTOP).value()).isNotEmpty();
            assertThat(logIn.logIn(ADA, new Password(DECOMPOSED), LAPTOP).value())
                    .isNotEmpty();
            changePassword.change(ada, new Password(DECOMPOSED), CHOSEN, LAPTOP);
        }
    }

    @Test
    void aPasswordThatWasHashedAsItWasTypedStaysGood() {
        ports.unitOfWork()
                .run(() ->
                        ports.accounts().changePassword(ada, hasher.hash(new Password(DECOMPOSED)), clock.instant()));

        assertThat(logIn.logIn(ADA, new Password(DECOMPOSED), LAPTOP).value()).isNotEmpty();
        assertThatThrownBy(() -> logIn.logIn(ADA, new Password(COMPOSED), LAPTOP))
                .is(failure(AccountError.INVALID_CREDENTIALS));

        changePassword.change(ada, new Password(DECOMPOSED), DECOMPOSED + "!", LAPTOP);
        assertThat(logIn.logIn(ADA, new Password(COMPOSED + "!"), LAPTOP).value())
                .isNotEmpty();
    }

    @Test
    void onlyWhatIsNotInItsNormalFormIsCheckedTwiceWhetherTheAddressIsKnownOrNot() {
        for (EmailAddress email : List.of(ADA, EmailAddress.of("eve@example.org"))) {
            assertThat(checksOf(email, COMPOSED)).isEqualTo(1);
            assertThat(checksOf(email, DECOMPOSED)).isEqualTo(2);
        }
    }

    @Test
    void aTokenThatWasLoggedOutWithIsRevokedAndNoOther() {
        PresentedToken laptop = signedIn(LAPTOP);
        PresentedToken phone = signedIn(PHONE);

        logOut.logOut(laptop);

        assertThat(checkToken.isRevoked(laptop)).isTrue();
        assertThat(checkToken.isRevoked(phone)).isFalse();
    }

    @Test
    void aTokenThatWasMadeElsewhereIsRevokedByItself() {
        PresentedToken one = madeElsewhere("one", clock.instant());
        PresentedToken other = madeElsewhere("other", clock.instant());

        logOut.logOut(one);

        assertThat(checkToken.isRevoked(one)).isTrue();
        assertThat(checkToken.isRevoked(other)).isFalse();
    }

    @Test
    void theLastUseIsListedToTheMinute() {
        PresentedToken laptop = signedIn(LAPTOP);
        clock.advance(Duration.ofMinutes(3));

        checkToken.isRevoked(laptop);

        Instant lastUsed = listSignIns.list(ada).getFirst().lastUsedAt();
        assertThat(Duration.between(lastUsed, clock.instant())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void oneSignInEndsOrAllOthers() {
        PresentedToken laptop = signedIn(LAPTOP);
        PresentedToken phone = signedIn(PHONE);
        PresentedToken again = signedIn(PHONE);

        endSignIn.end(ada, signInOf(phone));
        assertThat(checkToken.isRevoked(phone)).isTrue();
        assertThat(checkToken.isRevoked(again)).isFalse();

        assertThat(endSignIn.endOthers(laptop)).isEqualTo(1);
        assertThat(checkToken.isRevoked(again)).isTrue();
        assertThat(checkToken.isRevoked(laptop)).isFalse();
    }

    @Test
    void nobodyEndsTheSignInOfAnother() {
        PresentedToken laptop = signedIn(LAPTOP);

        assertThatThrownBy(() -> endSignIn.end(Examples.someone(), signInOf(laptop)))
                .is(failure(SignInError.SIGN_IN_NOT_FOUND));

        assertThat(checkToken.isRevoked(laptop)).isFalse();
    }

    @Test
    void aNewPasswordEndsAllThatTheOldOneBegan() {
        PresentedToken laptop = signedIn(LAPTOP);
        PresentedToken elsewhere = madeElsewhere("elsewhere", clock.instant().minusSeconds(1));

        AccessToken token = changePassword.change(ada, SECRET, CHOSEN, LAPTOP);

        assertThat(checkToken.isRevoked(laptop)).isTrue();
        assertThat(checkToken.isRevoked(elsewhere)).isTrue();
        assertThat(checkToken.isRevoked(presented(token))).isFalse();
        assertThat(listSignIns.list(ada)).extracting(SignIn::client).containsExactly("Laptop");
        assertThatThrownBy(() -> logIn.logIn(ADA, SECRET, LAPTOP)).is(failure(AccountError.INVALID_CREDENTIALS));
        assertThat(logIn.logIn(ADA, new Password(CHOSEN), LAPTOP).value()).isNotEmpty();
    }

    @Test
    void nothingChangesWithoutTheOldPasswordOrWithABadNewOne() {
        PresentedToken laptop = signedIn(LAPTOP);

        assertThatThrownBy(() -> changePassword.change(ada, new Password("wrong password"), CHOSEN, LAPTOP))
                .is(failure(SignInError.WRONG_PASSWORD));
        assertThatThrownBy(() -> changePassword.change(ada, SECRET, "iloveyou", LAPTOP))
                .is(failure(AccountError.PASSWORD_TOO_COMMON));

        assertThat(checkToken.isRevoked(laptop)).isFalse();
        assertThat(logIn.logIn(ADA, SECRET, LAPTOP).value()).isNotEmpty();
    }

    @Test
    void whoHasNoPasswordChangesNone() {
        assertThatThrownBy(() -> changePassword.change(Examples.someone(), SECRET, CHOSEN, LAPTOP))
                .is(failure(SignInError.NO_PASSWORD));
    }

    @Test
    void aChangedPasswordVoidsACodeThatWasMadeBefore() {
        ResetCode code = offerPasswordReset.offer(ADA);
        changePassword.change(ada, SECRET, CHOSEN, LAPTOP);

        assertThatThrownBy(() -> resetPassword.reset(ADA, code.code(), "another staple", PHONE))
                .is(failure(SignInError.INVALID_RESET_CODE));
    }

    @Test
    void aForgottenPasswordIsReplacedWithACodeOnce() {
        PresentedToken laptop = signedIn(LAPTOP);
        ResetCode code = offerPasswordReset.offer(ADA);
        assertThat(logIn.logIn(ADA, SECRET, LAPTOP).value()).isNotEmpty();

        AccessToken token = resetPassword.reset(ADA, code.code(), CHOSEN, PHONE);

        assertThat(checkToken.isRevoked(laptop)).isTrue();
        assertThat(checkToken.isRevoked(presented(token))).isFalse();
        assertThat(logIn.logIn(ADA, new Password(CHOSEN), LAPTOP).value()).isNotEmpty();
        assertThatThrownBy(() -> resetPassword.reset(ADA, code.code(), "another staple", PHONE))
                .is(failure(SignInError.INVALID_RESET_CODE));
    }

    @Test
    void aCodeIsForOneAddressAndADayAndOutlivesABadPassword() {
        ResetCode code = offerPasswordReset.offer(ADA);

        assertThatThrownBy(() -> resetPassword.reset(EmailAddress.of("eve@example.org"), code.code(), CHOSEN, PHONE))
                .is(failure(SignInError.INVALID_RESET_CODE));
        assertThatThrownBy(() -> resetPassword.reset(ADA, new Secret("parley_reset_0"), CHOSEN, PHONE))
                .is(failure(SignInError.INVALID_RESET_CODE));
        assertThatThrownBy(() -> resetPassword.reset(ADA, code.code(), "iloveyou", PHONE))
                .is(failure(AccountError.PASSWORD_TOO_COMMON));
        clock.advance(DAY);
        assertThatThrownBy(() -> resetPassword.reset(ADA, code.code(), CHOSEN, PHONE))
                .is(failure(SignInError.INVALID_RESET_CODE));
    }

    @Test
    void nobodyHasACodeForAnUnknownAddress() {
        assertThatThrownBy(() -> offerPasswordReset.offer(EmailAddress.of("eve@example.org")))
                .is(failure(SignInError.ACCOUNT_NOT_FOUND));
    }

    @Test
    void whatHasExpiredIsForgotten() {
        PresentedToken laptop = signedIn(LAPTOP);
        PresentedToken elsewhere = madeElsewhere("elsewhere", clock.instant());
        logOut.logOut(elsewhere);
        RecogniseClient recogniseClient = useCases.get(RecogniseClient.class);
        RemoveExpiredSignIns removeExpiredSignIns = useCases.get(RemoveExpiredSignIns.class);

        removeExpiredSignIns.remove();
        assertThat(checkToken.isRevoked(laptop)).isFalse();
        assertThat(checkToken.isRevoked(elsewhere)).isTrue();

        clock.advance(DAY.plusHours(1));
        removeExpiredSignIns.remove();
        assertThat(checkToken.isRevoked(laptop)).isTrue();
        assertThat(checkToken.isRevoked(elsewhere)).isFalse();
        assertThat(recogniseClient.isKnown(ADA, "192.0.2.1")).isTrue();

        clock.advance(Duration.ofDays(180));
        removeExpiredSignIns.remove();
        assertThat(recogniseClient.isKnown(ADA, "192.0.2.1")).isFalse();
    }

    private void resetTo(String chosen) {
        Secret code = offerPasswordReset.offer(ADA).code();
        resetPassword.reset(ADA, code, chosen, LAPTOP);
    }

    private int checksOf(EmailAddress email, String wrong) {
        int before = hasher.checks();
        assertThatThrownBy(() -> logIn.logIn(email, new Password(wrong), LAPTOP))
                .is(failure(AccountError.INVALID_CREDENTIALS));
        return hasher.checks() - before;
    }

    private PresentedToken signedIn(SignInClient client) {
        return presented(logIn.logIn(ADA, SECRET, client));
    }

    private PresentedToken presented(AccessToken token) {
        return new PresentedToken(
                new TokenHash(new Secret(token.value()).hash().value()),
                null,
                ada,
                new SignInId(UUID.fromString(token.value())),
                clock.instant(),
                clock.instant().plus(DAY));
    }

    private PresentedToken madeElsewhere(String text, Instant issuedAt) {
        return new PresentedToken(
                new TokenHash(new Secret(text).hash().value()),
                null,
                ada,
                null,
                issuedAt,
                clock.instant().plus(DAY));
    }

    private static SignInId signInOf(PresentedToken token) {
        SignInId id = token.signIn();
        if (id == null) {
            throw new AssertionError("the token has no sign-in");
        }
        return id;
    }
}
