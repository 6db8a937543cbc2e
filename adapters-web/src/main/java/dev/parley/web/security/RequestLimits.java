package dev.parley.web.security;

/**
 * What callers may ask.
 *
 * @param requestsPerMinute of one user, at least 1
 */
public record RequestLimits(int requestsPerMinute) {}
