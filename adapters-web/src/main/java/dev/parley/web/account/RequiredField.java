package dev.parley.web.account;

import dev.parley.domain.account.AccountError;
import dev.parley.domain.shared.Failure;
import org.jspecify.annotations.Nullable;

/** Fields that a request has to have. */
final class RequiredField {

    private RequiredField() {}

    static String of(String field, @Nullable String value) {
        if (value == null) {
            throw new Failure(AccountError.ACCOUNT_FIELD_MISSING, field);
        }
        return value;
    }
}
