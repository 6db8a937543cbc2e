package dev.parley.domain.access;

/**
 * What is stored of a secret, and what it is found by.
 *
 * @param value the SHA-256 in 64 lower-case hexadecimal digits
 */
public record SecretHash(String value) {

    @Override
    public String toString() {
        return "SecretHash[hidden]";
    }
}
