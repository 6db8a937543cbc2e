package dev.parley.web.account;

import dev.parley.application.signin.AccessToken;
import dev.parley.application.signin.ChangePassword;
import dev.parley.application.signin.ResetPassword;
import dev.parley.domain.access.Secret;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.signin.SignInError;
import dev.parley.web.http.Envelope;
import dev.parley.web.openapi.Errors;
import dev.parley.web.rate.SignInRate;
import dev.parley.web.request.RequestError;
import dev.parley.web.token.TokenMemory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passwords of local accounts. */
@RestController
@Tag(name = "sign-in")
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
@RequestMapping(
        path = "/api/v1/auth/password",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
final class PasswordController {

    private final ChangePassword changePassword;
    private final ResetPassword resetPassword;
    private final SignInRate rate;
    private final TokenMemory memory;

    PasswordController(
            ChangePassword changePassword, ResetPassword resetPassword, SignInRate rate, TokenMemory memory) {
        this.changePassword = changePassword;
        this.resetPassword = resetPassword;
        this.rate = rate;
        this.memory = memory;
    }

    @PostMapping
    @Operation(
            operationId = "changePassword",
            summary = "Change your password and get a new token; all others are refused within a minute")
    @Errors(
            account = AccountError.PASSWORD_TOO_SHORT,
            signIn = {SignInError.WRONG_PASSWORD, SignInError.NO_PASSWORD},
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<TokenResponse> change(
            AccountId caller, @RequestBody ChangePasswordRequest request, HttpServletRequest client) {
        Password old = new Password(request.givenOld());
        String chosen = request.givenNew();
        AccessToken token =
                rate.guess(caller, () -> changePassword.change(caller, old, chosen, SignInClients.of(client)));
        memory.forget(caller);
        return Envelope.of(TokenResponse.of(token));
    }

    @PostMapping("/reset")
    @Operation(
            operationId = "resetPassword",
            summary = "Replace a forgotten password with a code of the operator, and get a token")
    @SecurityRequirements
    @Errors(
            account = AccountError.PASSWORD_TOO_SHORT,
            signIn = SignInError.INVALID_RESET_CODE,
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<TokenResponse> reset(@RequestBody ResetPasswordRequest request, HttpServletRequest client) {
        EmailAddress email = EmailAddress.of(request.givenEmail());
        SignInRate.markAttempt(client);
        Secret code = new Secret(request.givenCode());
        String chosen = request.givenNew();
        AccessToken token = rate.run(() -> resetPassword.reset(email, code, chosen, SignInClients.of(client)));
        memory.forget(token.account());
        return Envelope.of(TokenResponse.of(token));
    }
}
