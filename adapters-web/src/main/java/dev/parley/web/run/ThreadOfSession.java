package dev.parley.web.run;

import dev.parley.application.conversation.GetSession;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import org.springframework.stereotype.Component;

/** Refuses paths whose thread is not their session's. */
@Component
final class ThreadOfSession {

    private final GetSession getSession;

    ThreadOfSession(GetSession getSession) {
        this.getSession = getSession;
    }

    /** What is wrong with the session is told before what is wrong with the thread. */
    void check(AccountId caller, ConversationId session, ConversationId thread) {
        if (!thread.equals(session)) {
            getSession.session(caller, session);
            throw new Failure(ConversationError.THREAD_NOT_FOUND);
        }
    }
}
