package dev.parley.assistant.openai;

import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta.ToolCall;
import dev.parley.application.tool.RequestedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts tool calls together from what providers send of them: some name the call's place, some its id, some neither. */
final class ToolCallFragments {

    private final List<Call> calls = new ArrayList<>();

    void add(ToolCall delta) {
        Fragment fragment = Fragment.of(delta);
        calls.reversed().stream()
                .filter(call -> call.isContinuedBy(fragment))
                .findFirst()
                .orElseGet(this::begin)
                .add(fragment);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** The calls in the order in which they began. */
    List<RequestedCall> calls() {
        return calls.stream().map(Call::request).toList();
    }

    private Call begin() {
        Call call = new Call();
        calls.add(call);
        return call;
    }

    private record Fragment(@Nullable Long index, String id, String name, String arguments) {

        static Fragment of(ToolCall delta) {
            return new Fragment(
                    delta._index().asKnown().orElse(null),
                    delta._id().asKnown().orElse(""),
                    delta._function()
                            .asKnown()
                            .flatMap(function -> function._name().asKnown())
                            .orElse(""),
                    delta._function()
                            .asKnown()
                            .flatMap(function -> function._arguments().asKnown())
                            .orElse(""));
        }
    }

    private static final class Call {

        private @Nullable Long index;
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        boolean isContinuedBy(Fragment fragment) {
            if (!fragment.id().isEmpty() && !id.isEmpty()) {
                return fragment.id().equals(id) && isAt(fragment.index());
            }
            return isAt(fragment.index()) && !isFollowedBy(fragment);
        }

        void add(Fragment fragment) {
            index = fragment.index() == null ? index : fragment.index();
            id = fragment.id().isEmpty() ? id : fragment.id();
            // Some providers repeat the whole name with every fragment.
            name = fragment.name().equals(name) ? name : name + fragment.name();
            arguments.append(fragment.arguments());
        }

        RequestedCall request() {
            String text = arguments.toString();
            return new RequestedCall(
                    id.isEmpty() ? "call_" + UUID.randomUUID() : id, name, text.isBlank() ? "{}" : text);
        }

        private boolean isAt(@Nullable Long place) {
            return place == null || place.equals(index);
        }

        /** Where a fragment tells neither place nor id, a name after arguments begins the next call. */
        private boolean isFollowedBy(Fragment fragment) {
            return fragment.index() == null && !fragment.name().isEmpty() && !arguments.isEmpty();
        }
    }
}
