package dev.parley.domain.conversation;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.INVALID;
import static dev.parley.domain.shared.FailureKind.LIMIT;
import static dev.parley.domain.shared.FailureKind.NOT_FOUND;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;
import dev.parley.domain.shared.FailureKind;

/** What can be wrong with sessions, their threads and messages. */
public enum ConversationError implements ErrorCode {
    NOT_A_USER_MESSAGE(error(INVALID, "This item is no message of yours; only such can be answered again.")),
    NOT_A_WIDGET(error(INVALID, "This item is no widget; only on widgets can you act.")),
    UNKNOWN_ACTION(error(INVALID, "Nothing here handles actions of this type.")),
    EMPTY_MESSAGE(error(INVALID, "The message is empty. Write something.")),
    MESSAGE_TOO_LONG(error(INVALID, "A message may have at most {0} characters; this one has {1}.")
            .shownInStream()),
    ANSWER_TOO_LONG(error(INVALID, "An answer may have at most {0} characters; the one to \"{1}\" has {2}.")
            .shownInStream()),
    FORBIDDEN(error(FailureKind.FORBIDDEN, "This session belongs to another user.")),
    SESSION_NOT_FOUND(error(NOT_FOUND, "There is no session with this id.")),
    THREAD_NOT_FOUND(error(NOT_FOUND, "This session has no thread with this id; a thread has the id of its session.")),
    NO_SUCH_THREAD(error(NOT_FOUND, "There is no thread with this id.").withCode("THREAD_NOT_FOUND")),
    ITEM_NOT_FOUND(error(NOT_FOUND, "This thread has no item with this id.")),
    THREAD_LOCKED(error(CONFLICT, "This thread is locked for now.").shownInStream()),
    THREAD_CLOSED(
            error(CONFLICT, "This thread is closed. Please start a new one.").shownInStream()),
    SESSION_LIMIT(error(LIMIT, "Maximum {0} sessions allowed. Please delete a session to make room for a new one.")
            .shownInStream()),
    MESSAGE_LIMIT(error(LIMIT, "Maximum {0} messages allowed in a session. Please start a new session.")
            .shownInStream()),
    NAMES_TOO_MANY_ITEMS(invalid("must name at most {0} items"));

    private final ErrorDefinition definition;

    ConversationError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
