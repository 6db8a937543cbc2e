package dev.parley.application.assistant;

/**
 * Whatever answers users: a model, a rule, a script. A Spring bean of this type replaces the built-in one, whatever its name
 * is; of several beans one has to be {@code @Primary}.
 *
 * <p>There is one object for all users: it answers several turns at once, each on a thread of its own.
 */
public interface Assistant {

    /**
     * Answers a turn by calling the reply, and returns when the answer is complete. Runs on a virtual thread of its own and
     * may block.
     *
     * <p>The thread is interrupted when nobody wants the answer any longer; the method should then throw or return soon.
     * Blocking calls of the JDK on sockets and channels, locks and sleeps then end with an exception, which may be thrown
     * on. What the reply is given afterwards is not stored.
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
