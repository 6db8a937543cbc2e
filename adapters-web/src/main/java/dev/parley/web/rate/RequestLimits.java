package dev.parley.web.rate;

/**
 * What callers may ask.
 *
 * @param requestsPerMinute of one user, at least 1
 * @param streamsPerUser that one user may have open on a node, at least 1
 */
public record RequestLimits(int requestsPerMinute, int streamsPerUser) {}
