package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.shared.Slice;
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

    static <S, T extends Entry> PageResponse<T> of(Slice<S> slice, Function<S, T> view) {
        return of(new Slice<>(slice.entries().stream().map(view).toList(), slice.hasMore()));
    }

    static <T extends Entry> PageResponse<T> of(Slice<T> slice) {
        List<T> data = slice.entries();
        return new PageResponse<>(
                "list",
                data,
                data.isEmpty() ? null : data.getFirst().id(),
                data.isEmpty() ? null : data.getLast().id(),
                slice.hasMore());
    }
}
