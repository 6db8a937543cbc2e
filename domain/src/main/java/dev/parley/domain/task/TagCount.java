package dev.parley.domain.task;

/**
 * How often an owner uses a tag, counted without case.
 *
 * @param tag in the first, by code points, of its spellings
 * @param count the number of tasks that have it
 */
public record TagCount(String tag, int count) {}
