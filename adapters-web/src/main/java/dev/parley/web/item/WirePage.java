package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page.
 *
 * @param hasMore whether others follow
 * @param after what to ask the next page with; null exactly on the last
 */
@Schema(name = "PageOf")
public record WirePage<T>(
        List<T> data,
        @JsonProperty("has_more") boolean hasMore,
        @Nullable String after) {

    /** A page after which there is nothing. */
    public static <T> WirePage<T> last(List<T> data) {
        return new WirePage<>(data, false, null);
    }

    /** A page after which there is more. */
    public static <T> WirePage<T> before(List<T> data, String after) {
        return new WirePage<>(data, true, after);
    }
}
