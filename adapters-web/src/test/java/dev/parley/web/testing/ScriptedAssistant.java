package dev.parley.web.testing;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;

/** Says what a test wants it to; by default it echoes the message word by word. */
public final class ScriptedAssistant implements Assistant {

    private volatile Assistant script = ScriptedAssistant::echo;

    /** From now on answers like this. */
    public void follow(Assistant newScript) {
        script = newScript;
    }

    /** From now on echoes again. */
    public void reset() {
        script = ScriptedAssistant::echo;
    }

    @Override
    public void answer(Turn turn, Reply reply) {
        script.answer(turn, reply);
    }

    /** Users may pick any tool but one. */
    @Override
    public boolean canCall(String tool, boolean clientActs) {
        return !tool.equals("unknown");
    }

    private static void echo(Turn turn, Reply reply) {
        for (String word : turn.message().text().splitWithDelimiters(" ", 0)) {
            reply.text(word);
        }
    }
}
