package dev.parley.web.account;

import static dev.parley.web.account.AccountResponses.RESPONSES;

import dev.parley.application.account.GetAccount;
import dev.parley.application.signin.LogOut;
import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.account.AccountId;
import dev.parley.web.http.Envelope;
import dev.parley.web.token.TokenMemory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account, whoever issued the token. */
@RestController
@Tag(name = "sign-in")
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
final class AccountController {

    private final GetAccount getAccount;

    private final LogOut logOut;
    private final TokenMemory memory;

    AccountController(GetAccount getAccount, LogOut logOut, TokenMemory memory) {
        this.getAccount = getAccount;
        this.logOut = logOut;
        this.memory = memory;
    }

    @GetMapping("/me")
    @Operation(operationId = "me", summary = "Read your account")
    Envelope<AccountResponse> me(AccountId caller) {
        return Envelope.of(RESPONSES.account(getAccount.get(caller)));
    }

    @PostMapping("/logout")
    @Operation(operationId = "logOut", summary = "Log out; every node refuses the token within a minute")
    Envelope<LogoutResponse> logOut(PresentedToken caller) {
        logOut.logOut(caller);
        memory.forget(caller.account());
        return Envelope.of(new LogoutResponse(
                "You are logged out. Every node of this server refuses this token within a minute."));
    }
}
