package dev.parley.web.account;

import org.jspecify.annotations.Nullable;

/** The e-mail address whose password is forgotten. */
record OfferResetRequest(@Nullable String email) {

    String givenEmail() {
        return RequiredField.of("email", email);
    }
}
