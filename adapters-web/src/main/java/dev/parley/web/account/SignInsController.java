package dev.parley.web.account;

import static dev.parley.web.account.AccountResponses.RESPONSES;

import dev.parley.application.signin.EndSignIn;
import dev.parley.application.signin.ListSignIns;
import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignInError;
import dev.parley.domain.signin.SignInId;
import dev.parley.web.http.Envelope;
import dev.parley.web.openapi.Errors;
import dev.parley.web.schema.Forms;
import dev.parley.web.token.TokenMemory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller's account is signed in. */
@RestController
@Tag(name = "sign-in")
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
@RequestMapping(path = "/api/v1/auth/sign-ins", produces = MediaType.APPLICATION_JSON_VALUE)
final class SignInsController {

    private final ListSignIns listSignIns;
    private final EndSignIn endSignIn;
    private final TokenMemory memory;

    SignInsController(ListSignIns listSignIns, EndSignIn endSignIn, TokenMemory memory) {
        this.listSignIns = listSignIns;
        this.endSignIn = endSignIn;
        this.memory = memory;
    }

    @GetMapping
    @Operation(operationId = "listSignIns", summary = "List where you are signed in, the newest first")
    Envelope<List<SignInResponse>> list(PresentedToken caller) {
        return Envelope.of(listSignIns.list(caller.account()).stream()
                .map(signIn -> RESPONSES.signIn(signIn, caller.signIn()))
                .toList());
    }

    @DeleteMapping("/{sign_in_id}")
    @Operation(operationId = "endSignIn", summary = "End a sign-in; its token is refused within a minute")
    @Errors(signIn = SignInError.SIGN_IN_NOT_FOUND)
    Envelope<EndedResponse> end(
            PresentedToken caller, @Schema(pattern = Forms.UUID) @PathVariable("sign_in_id") String id) {
        endSignIn.end(caller.account(), idOf(id));
        memory.forget(caller.account());
        return Envelope.of(new EndedResponse(1));
    }

    @DeleteMapping
    @Operation(operationId = "endOtherSignIns", summary = "End all sign-ins but that of the token that asks")
    Envelope<EndedResponse> endOthers(PresentedToken caller) {
        int ended = endSignIn.endOthers(caller);
        memory.forget(caller.account());
        return Envelope.of(new EndedResponse(ended));
    }

    private static SignInId idOf(String text) {
        try {
            return new SignInId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Failure(SignInError.SIGN_IN_NOT_FOUND);
        }
    }
}
