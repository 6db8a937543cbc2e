package dev.parley.assistant.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts tool calls together from what providers send of them: some name the call's place, some its id, some neither, and some
 * change one of them on the way.
 */
final class ToolCallAccumulator {

    /** The most characters of all calls, each counted with its object. */
    static final int MAXIMUM_LENGTH = 8 * 1024 * 1024;

    private static final int CALL_LENGTH = 256;

    private final Set<String> tools;
    private final List<Call> calls = new ArrayList<>();
    private int room = MAXIMUM_LENGTH;

    /**
     * Begins without calls.
     *
     * @param tools the names of those that the model was offered
     */
    ToolCallAccumulator(Set<String> tools) {
        this.tools = tools;
    }

    /**
     * Takes the next fragment.
     *
     * @return false where there is no room for it
     */
    boolean add(CallFragment fragment) {
        Call call = callOf(fragment);
        boolean begins = call == null || isFollowedBy(call, fragment);
        room -= fragment.arguments().length() + fragment.name().length() + (begins ? CALL_LENGTH : 0);
        if (room < 0) {
            return false;
        }
        if (begins || call == null) {
            call = new Call(fragment.index());
            calls.add(call);
        }
        call.add(fragment);
        return true;
    }

    /** The calls in the order in which they began, each with an id of its own. What has no name is none. */
    List<ReceivedCall> calls() {
        Set<String> ids = new HashSet<>();
        return calls.stream()
                .filter(call -> !call.name.isEmpty())
                .map(call -> call.received(ids))
                .toList();
    }

    /** Whether arguments came for a call that never got a name. */
    boolean hasNamelessArguments() {
        return calls.stream().anyMatch(call -> call.name.isEmpty() && !call.arguments.isEmpty());
    }

    /** The call at the fragment's place, of several there the one with its id, else the newest. */
    private @Nullable Call callOf(CallFragment fragment) {
        Call newest = null;
        for (Call call : calls.reversed()) {
            if (fragment.index() == null || fragment.index().equals(call.index)) {
                if (!fragment.id().isEmpty() && fragment.id().equals(call.id)) {
                    return call;
                }
                newest = newest == null ? call : newest;
            }
        }
        return newest;
    }

    private boolean isFollowedBy(Call call, CallFragment fragment) {
        if (fragment.name().isEmpty()) {
            return false;
        }
        boolean hasSameId = !call.id.isEmpty() && call.id.equals(fragment.id());
        if (!call.id.isEmpty() && !fragment.id().isEmpty() && !hasSameId) {
            return true;
        }
        if (!call.name.isEmpty() && !call.name.equals(fragment.name())) {
            return !call.arguments.isEmpty() || tools.contains(call.name);
        }
        return !fragment.arguments().isBlank() && call.isWhole() && !(hasSameId && call.isPlaceholder());
    }

    /** A call that may not be whole yet. */
    private static final class Call {

        private final @Nullable Long index;
        private final OpaqueMembers others = new OpaqueMembers();
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";

        Call(@Nullable Long index) {
            this.index = index;
        }

        void add(CallFragment fragment) {
            id = id.isEmpty() ? fragment.id() : id;
            if (!fragment.name().equals(name)) {
                name += fragment.name();
            }
            if (!fragment.arguments().isBlank() && isPlaceholder()) {
                arguments.setLength(0);
            }
            arguments.append(fragment.arguments());
            others.add(fragment.others());
        }

        boolean isWhole() {
            return CallArguments.isObject(arguments.toString());
        }

        /** Some providers send an empty object first, and the arguments behind it. */
        boolean isPlaceholder() {
            return arguments.length() <= 4 && arguments.toString().strip().equals(CallArguments.NONE);
        }

        ReceivedCall received(Set<String> ids) {
            String own = !id.isEmpty() && ids.add(id) ? id : "call_" + UUID.randomUUID();
            return new ReceivedCall(own, name, CallArguments.normalized(arguments.toString()), others.json());
        }
    }
}
