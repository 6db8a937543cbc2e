package dev.parley.domain.task;

import java.util.List;

/**
 * A page of an owner's tasks.
 *
 * @param tasks in the order that was asked for
 * @param total how many the filter lets through, on all pages
 * @param hasMore whether others follow
 */
public record TaskPage(List<Task> tasks, int total, boolean hasMore) {

    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
