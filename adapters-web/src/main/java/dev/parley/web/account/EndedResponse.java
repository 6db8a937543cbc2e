package dev.parley.web.account;

/**
 * Sign-ins that have ended.
 *
 * @param ended how many
 */
record EndedResponse(int ended) {}
