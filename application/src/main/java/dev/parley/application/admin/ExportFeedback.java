package dev.parley.application.admin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.FeedbackRepository;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives everybody's feedback to whoever runs the server. */
@UseCase
public final class ExportFeedback {

    private static final int PART = 500;

    private final UnitOfWork unitOfWork;
    private final FeedbackRepository feedback;

    public ExportFeedback(UnitOfWork unitOfWork, FeedbackRepository feedback) {
        this.unitOfWork = unitOfWork;
        this.feedback = feedback;
    }

    /**
     * Reads all feedback, part by part; what is given meanwhile may be there or not.
     *
     * @param taker takes one after the other, outside any unit of work and at its own pace
     */
    public void export(Consumer<Feedback> taker) {
        List<Feedback> part = part(null);
        while (!part.isEmpty()) {
            part.forEach(taker);
            part = part.size() < PART ? List.of() : part(part.getLast());
        }
    }

    private List<Feedback> part(@Nullable Feedback after) {
        return unitOfWork.read(() -> feedback.after(after, PART));
    }
}
