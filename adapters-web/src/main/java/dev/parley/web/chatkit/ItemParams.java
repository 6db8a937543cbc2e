package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.application.thread.RateItems;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.LocalizedText;
import dev.parley.domain.shared.Text;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations on items need. */
final class ItemParams {

    private static final int LONGEST_PAYLOAD = 64 * 1024;

    private ItemParams() {}

    /** Of {@code items.list}. */
    record Listed(
            @JsonProperty("thread_id") @Nullable String threadId,
            @Nullable Integer limit,
            @Nullable String order,
            @Nullable String after)
            implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.ListItems(
                    Params.thread(threadId),
                    Params.order(order),
                    Params.limit(limit),
                    Params.optionalItem("after", after));
        }
    }

    /** Of {@code items.feedback}. */
    record Feedback(
            @JsonProperty("thread_id") @Nullable String threadId,
            @JsonProperty("item_ids") @Nullable List<@Nullable String> itemIds,
            @Nullable String kind)
            implements OperationParams {

        @Override
        public Operation operation() {
            List<ItemId> items = Params.each(
                    "item_ids", Params.required("item_ids", itemIds), RateItems.MAXIMUM_ITEMS, Params::item);
            return new JsonOperation.Rate(Params.thread(threadId), new LinkedHashSet<>(items), rating());
        }

        private Rating rating() {
            return switch (Params.required("kind", kind)) {
                case "positive" -> Rating.POSITIVE;
                case "negative" -> Rating.NEGATIVE;
                default -> throw new InvalidRequest("kind", LocalizedText.of("must be \"positive\" or \"negative\""));
            };
        }
    }

    /** Of {@code threads.custom_action}. */
    record Streamed(
            @JsonProperty("thread_id") @Nullable String threadId,
            @JsonProperty("item_id") @Nullable String itemId,
            @Nullable Action action)
            implements OperationParams {

        @Override
        public Operation operation() {
            return new StreamingOperation.Perform(
                    Params.thread(threadId),
                    Params.optionalItem("item_id", itemId),
                    Params.required("action", action).act());
        }
    }

    /** Of {@code threads.sync_custom_action}. */
    record AtOnce(
            @JsonProperty("thread_id") @Nullable String threadId,
            @JsonProperty("item_id") @Nullable String itemId,
            @Nullable Action action)
            implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.PerformAtOnce(
                    Params.thread(threadId),
                    Params.optionalItem("item_id", itemId),
                    Params.required("action", action).act());
        }
    }

    /** What a user did. What a client says beside it of how it handles the action is its own business. */
    record Action(@Nullable String type, @Nullable Json payload) {

        private Act act() {
            Json given = payload == null ? Json.NULL : payload;
            if (given.text().length() > LONGEST_PAYLOAD) {
                throw new InvalidRequest(
                        "action.payload", LocalizedText.of("must have at most {0} characters", LONGEST_PAYLOAD));
            }
            return new Act(Params.id("action.type", type), new Json(Text.storable("action.payload", given.text())));
        }
    }
}
