package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Title;
import org.jspecify.annotations.Nullable;

/** What operations on threads need. */
final class ThreadParams {

    private ThreadParams() {}

    /** Of {@code threads.create}. */
    record Create(@Nullable WireUserInput input) implements OperationParams {

        @Override
        public Operation operation() {
            return new StreamingOperation.CreateThread(
                    Params.required("input", input).said("input"));
        }
    }

    /** Of {@code threads.add_user_message}. */
    record AddUserMessage(
            @JsonProperty("thread_id") @Nullable String threadId,
            @Nullable WireUserInput input) implements OperationParams {

        @Override
        public Operation operation() {
            return new StreamingOperation.AddUserMessage(
                    Params.thread(threadId), Params.required("input", input).said("input"));
        }
    }

    /** Of {@code threads.get_by_id}. */
    record Get(@JsonProperty("thread_id") @Nullable String threadId) implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.GetThread(Params.thread(threadId));
        }
    }

    /** Of {@code threads.delete}. */
    record Delete(@JsonProperty("thread_id") @Nullable String threadId) implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.DeleteThread(Params.thread(threadId));
        }
    }

    /** Of {@code threads.list}. */
    record Listed(
            @Nullable Integer limit,
            @Nullable String order,
            @Nullable String after) implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.ListThreads(
                    Params.order(order),
                    Params.limit(limit),
                    after == null ? null : ConversationId.of(Params.id("after", after)));
        }
    }

    /** Of {@code threads.update}. */
    record Update(
            @JsonProperty("thread_id") @Nullable String threadId,
            @Nullable String title) implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.UpdateThread(Params.thread(threadId), Title.of(Params.required("title", title)));
        }
    }

    /** Of {@code threads.retry_after_item}. */
    record Retry(
            @JsonProperty("thread_id") @Nullable String threadId,
            @JsonProperty("item_id") @Nullable String itemId) implements OperationParams {

        @Override
        public Operation operation() {
            return new StreamingOperation.Retry(Params.thread(threadId), Params.item("item_id", itemId));
        }
    }
}
