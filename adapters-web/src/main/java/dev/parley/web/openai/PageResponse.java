package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.shared.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param firstId null where it is empty, as the last one is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PageResponse<T extends Entry>(
        String object,
        List<T> data,
        @JsonProperty("first_id") @Nullable String firstId,
        @JsonProperty("last_id") @Nullable String lastId,
        @JsonProperty("has_more") boolean hasMore) {

    static <S, T extends Entry> PageResponse<T> of(Page<S> page, Function<S, T> view) {
        return of(new Page<>(page.entries().stream().map(view).toList(), page.hasMore()));
    }

    static <T extends Entry> PageResponse<T> of(Page<T> page) {
        List<T> data = page.entries();
        return new PageResponse<>(
                "list",
                data,
                data.isEmpty() ? null : data.getFirst().id(),
                data.isEmpty() ? null : data.getLast().id(),
                page.hasMore());
    }
}
