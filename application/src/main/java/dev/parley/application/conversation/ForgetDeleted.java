package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.task.TaskRepository;
import java.time.Duration;
import java.util.function.IntSupplier;

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

    /** Forgets all that are old enough, in units so small that nobody waits for them. */
    public void forget() {
        inPortions(() -> conversations.forgetDeleted(MEMORY, AT_ONCE));
        inPortions(() -> tasks.forgetDeleted(MEMORY, AT_ONCE));
    }

    private void inPortions(IntSupplier removal) {
        int forgotten;
        do {
            forgotten = unitOfWork.execute(removal::getAsInt);
        } while (forgotten == AT_ONCE);
    }
}
