package dev.parley.web.account;

import static dev.parley.web.account.AccountResponses.RESPONSES;

import dev.parley.application.account.GetAccount;
import dev.parley.domain.account.AccountId;
import dev.parley.web.shared.Envelope;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account, whoever issued the token. */
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
final class AccountController {

    private final GetAccount getAccount;

    AccountController(GetAccount getAccount) {
        this.getAccount = getAccount;
    }

    @GetMapping("/me")
    @Operation(operationId = "me", summary = "Read your account")
    Envelope<AccountResponse> me(AccountId caller) {
        return Envelope.of(RESPONSES.account(getAccount.get(caller)));
    }

    @PostMapping("/logout")
    @Operation(operationId = "logOut", summary = "Log out; the token stays valid until it expires")
    Envelope<LogoutResponse> logOut() {
        return Envelope.of(new LogoutResponse(
                "Tokens are stateless: forget yours, which is valid until it expires. Nothing is kept on the server."));
    }
}
