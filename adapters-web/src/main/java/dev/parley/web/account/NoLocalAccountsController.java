package dev.parley.web.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignInError;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where this server keeps no accounts, their addresses are not there, and say why. */
@Hidden
@RestController
@ConditionalOnBooleanProperty(name = "parley.auth.local-accounts", havingValue = false, matchIfMissing = true)
final class NoLocalAccountsController {

    @SuppressWarnings("DoNotCallSuggester") // Spring calls it
    @RequestMapping({
        "/api/v1/auth/register",
        "/api/v1/auth/login",
        "/api/v1/auth/password/**",
        "/api/v1/auth/sign-ins/**",
        "/api/v1/admin/password-resets"
    })
    void refuse() {
        throw new Failure(SignInError.NO_LOCAL_ACCOUNTS);
    }
}
