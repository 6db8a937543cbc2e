package dev.parley.application.account;

import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.shared.Failure;

/**
 * How many bytes an account's items and keyed outcomes may have together. A unit stores what it has to and then checks: the
 * count is exact then, however many units store at the same time, and a refusal takes back what was stored. What an
 * assistant stores counts, but is never refused; the next thing that its user does is.
 *
 * @param maximumBytes of an account
 */
public record StorageQuota(AccountRepository accounts, long maximumBytes) {

    /**
     * Checks what the account has, inside a unit of work.
     *
     * @throws Failure STORAGE_QUOTA if it is more than allowed
     */
    public void check(AccountId account) {
        if (accounts.storedBytes(account) > maximumBytes) {
            throw new Failure(AccountError.STORAGE_QUOTA, maximumBytes);
        }
    }
}
