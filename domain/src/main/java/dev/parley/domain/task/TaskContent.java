package dev.parley.domain.task;

/** What its owner says of a task. */
public record TaskContent(TaskTitle title, TaskDescription description, Priority priority, Tags tags) {}
