package dev.parley.application.assistant;

/** Whatever answers users: a model, a rule, a script. A Spring bean of this type replaces the built-in one. */
public interface Assistant {

    /**
     * Answers a turn by calling the reply, and returns when the answer is complete. Runs on a virtual thread of its own and
     * may block; it is interrupted when nobody wants the answer any longer, and should then throw or return soon.
     *
     * @throws RuntimeException if it cannot answer; what it has said so far is kept
     */
    void answer(Turn turn, Reply reply);

    /**
     * Whether a user may pick a tool, whose name then is {@code turn.message().options().toolChoice()}. A new message that
     * picks another is refused.
     *
     * @param clientActs as of {@link Turn#clientActs()}
     */
    default boolean canCall(String tool, boolean clientActs) {
        return true;
    }
}
