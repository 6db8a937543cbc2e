package dev.parley.web.account;

import dev.parley.domain.signin.SignInClient;
import dev.parley.web.request.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/** What a request tells of the client that signs in. */
final class SignInClients {

    private SignInClients() {}

    static SignInClient of(HttpServletRequest request) {
        String name = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return SignInClient.of(name, ClientNetwork.of(request).key());
    }
}
