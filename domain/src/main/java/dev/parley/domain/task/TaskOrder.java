package dev.parley.domain.task;

import org.jspecify.annotations.Nullable;

/** The order of a list of tasks; ties are broken by id, in the same direction. */
public record TaskOrder(TaskSort sort, Direction direction) {

    /**
     * Reads an order.
     *
     * @param sort null for the time of creation
     * @param direction null for the one that is natural to the sort
     * @throws dev.parley.domain.shared.InvalidRequest if one of them is not known
     */
    public static TaskOrder of(@Nullable String sort, @Nullable String direction) {
        TaskSort by = sort == null ? TaskSort.CREATED : TaskSort.of(sort);
        return new TaskOrder(by, direction == null ? by.naturalDirection() : Direction.of(direction));
    }
}
