package dev.parley.web.account;

import dev.parley.application.signin.OfferPasswordReset;
import dev.parley.application.signin.OfferPasswordReset.ResetCode;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.signin.SignInError;
import dev.parley.web.http.Envelope;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.RequestError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes that operators give to people who have forgotten their passwords. */
@RestController
@Tag(name = "administration")
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
@RequestMapping(
        path = "/api/v1/admin/password-resets",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
final class PasswordResetController {

    private final OfferPasswordReset offerPasswordReset;

    PasswordResetController(OfferPasswordReset offerPasswordReset) {
        this.offerPasswordReset = offerPasswordReset;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "offerPasswordReset",
            summary =
                    "Get a code with which the owner of an address replaces a forgotten password (scope parley.admin)")
    @Errors(
            conversation = ConversationError.FORBIDDEN,
            account = AccountError.PASSWORD_TOO_SHORT,
            signIn = SignInError.ACCOUNT_NOT_FOUND,
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<ResetCodeResponse> offer(@RequestBody OfferResetRequest request) {
        ResetCode code = offerPasswordReset.offer(EmailAddress.of(request.givenEmail()));
        return Envelope.of(new ResetCodeResponse(code.code().value(), code.expiresAt()));
    }
}
