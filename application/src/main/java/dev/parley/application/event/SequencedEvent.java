package dev.parley.application.event;

/**
 * An event of a run at its place.
 *
 * @param sequence its place: 1 for the first, without gaps
 * @param isTakenOver whether another node wrote it, which had taken the run over; an event that the run's own node has
 *     shown and not stored may have had the same sequence
 */
public record SequencedEvent(long sequence, boolean isTakenOver, RunEvent event) {}
