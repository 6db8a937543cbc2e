package dev.parley.domain.idempotency;

import dev.parley.domain.account.AccountId;

/**
 * A request that carries a key.
 *
 * @param account whose key it is; the same key of another account is another
 * @param fingerprint what the key stands for
 */
public record Claim(AccountId account, IdempotencyKey key, Fingerprint fingerprint) {}
