package dev.parley.domain.account;

import java.util.UUID;

/** The id of an account, which owns conversations. */
public record AccountId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
