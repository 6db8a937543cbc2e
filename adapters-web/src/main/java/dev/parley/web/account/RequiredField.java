package dev.parley.web.account;

import dev.parley.domain.account.InvalidAccount;
import dev.parley.domain.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Fields that a request has to have. */
final class RequiredField {

    private RequiredField() {}

    static String of(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidAccount(LocalizedText.of("{0} is missing", field));
        }
        return value;
    }
}
