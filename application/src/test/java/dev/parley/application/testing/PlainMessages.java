package dev.parley.application.testing;

import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.IncomingMessage;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.SendMessage;
import dev.parley.application.run.StartThread;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.run.RunOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages without attachments and keys. */
public final class PlainMessages {

    private PlainMessages() {}

    /** Sends one to a thread. */
    public static RunHandle send(
            SendMessage sendMessage,
            AccountId owner,
            ConversationId thread,
            UserInput input,
            @Nullable OnActiveRun onActiveRun) {
        return sendMessage.start(
                owner, thread, message(input), onActiveRun, RunOptions.DEFAULT, Idempotency.everyTime());
    }

    /** Begins a thread with one. */
    public static RunHandle begin(StartThread startThread, AccountId owner, UserInput input, RunOptions options) {
        return startThread.start(owner, message(input), options, Idempotency.everyTime());
    }

    private static IncomingMessage message(UserInput input) {
        return new IncomingMessage(input, List.of());
    }
}
