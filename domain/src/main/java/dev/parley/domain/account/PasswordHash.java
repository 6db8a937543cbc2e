package dev.parley.domain.account;

/** What is stored of a password; never printed. */
public record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
