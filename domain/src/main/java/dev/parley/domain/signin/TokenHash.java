package dev.parley.domain.signin;

/**
 * What a token is found by without being kept.
 *
 * @param value its SHA-256 in 64 lower-case hexadecimal digits
 */
public record TokenHash(String value) {}
