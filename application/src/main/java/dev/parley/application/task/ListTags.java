package dev.parley.application.task;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.task.TagCount;
import dev.parley.domain.task.TaskRepository;
import java.util.List;

/** Lists the tags that an owner uses. */
@UseCase
public final class ListTags {

    private final UnitOfWork unitOfWork;
    private final TaskRepository tasks;

    public ListTags(UnitOfWork unitOfWork, TaskRepository tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
    }

    /** The tags of the owner's tasks, the most used first and then by code points. */
    public List<TagCount> list(AccountId owner) {
        return unitOfWork.read(() -> tasks.tags(owner));
    }
}
