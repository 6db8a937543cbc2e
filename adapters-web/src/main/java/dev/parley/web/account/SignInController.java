package dev.parley.web.account;

import static dev.parley.web.account.AccountResponses.RESPONSES;

import dev.parley.application.account.RegisterAccount;
import dev.parley.application.signin.LogIn;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.signin.SignInClient;
import dev.parley.web.http.Envelope;
import dev.parley.web.openapi.Errors;
import dev.parley.web.rate.SignInRate;
import dev.parley.web.request.RequestError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Local accounts, where this server keeps them. */
@RestController
@Tag(name = "sign-in")
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
@RequestMapping(
        path = "/api/v1/auth",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
final class SignInController {

    private final RegisterAccount registerAccount;
    private final LogIn logIn;
    private final SignInRate rate;

    SignInController(RegisterAccount registerAccount, LogIn logIn, SignInRate rate) {
        this.registerAccount = registerAccount;
        this.logIn = logIn;
        this.rate = rate;
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "register", summary = "Make an account")
    @SecurityRequirements
    @Errors(
            account = {AccountError.PASSWORD_TOO_SHORT, AccountError.DUPLICATE_EMAIL},
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<AccountResponse> register(@RequestBody CredentialsRequest request, HttpServletRequest client) {
        EmailAddress email = EmailAddress.ofNewAccount(request.givenEmail());
        SignInRate.markAttempt(client);
        String password = request.givenPassword();
        return Envelope.of(RESPONSES.account(rate.run(() -> registerAccount.register(email, password))));
    }

    @PostMapping("/login")
    @Operation(operationId = "logIn", summary = "Get a token for your account")
    @SecurityRequirements
    @Errors(
            account = {AccountError.PASSWORD_TOO_SHORT, AccountError.INVALID_CREDENTIALS},
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<TokenResponse> logIn(@RequestBody CredentialsRequest request, HttpServletRequest client) {
        EmailAddress email = EmailAddress.of(request.givenEmail());
        SignInRate.markAttempt(client);
        Password password = new Password(request.givenPassword());
        SignInClient device = SignInClients.of(client);
        return Envelope.of(
                TokenResponse.of(rate.guess(email, device.network(), () -> logIn.logIn(email, password, device))));
    }
}
