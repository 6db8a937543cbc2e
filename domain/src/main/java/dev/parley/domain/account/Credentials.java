package dev.parley.domain.account;

/** What a login is checked against. */
public record Credentials(AccountId account, PasswordHash passwordHash) {}
