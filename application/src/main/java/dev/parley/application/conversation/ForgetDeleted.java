package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.task.TaskRepository;
import java.time.Duration;

/** Forgets after a day where deleted conversations, items and tasks stood; until then pages begin behind them. */
@UseCase
public final class ForgetDeleted {

    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final TaskRepository tasks;

    public ForgetDeleted(UnitOfWork unitOfWork, ConversationRepository conversations, TaskRepository tasks) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.tasks = tasks;
    }

    /** Forgets all that are old enough. */
    public void forget() {
        unitOfWork.inPortions(AT_ONCE, maximum -> conversations.forgetDeleted(MEMORY, maximum));
        unitOfWork.inPortions(AT_ONCE, maximum -> tasks.forgetDeleted(MEMORY, maximum));
    }
}
