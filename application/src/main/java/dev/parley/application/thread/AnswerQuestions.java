package dev.parley.application.thread;

import dev.parley.application.assistant.TurnCause;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.TurnTrigger;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a user's answers to the assistant's questions, and lets the assistant go on. */
@UseCase
public final class AnswerQuestions {

    private static final Logger log = LoggerFactory.getLogger(AnswerQuestions.class);

    private static final int QUESTION_IN_ERROR = 100;

    private final RunAdmission admission;
    private final ConversationRepository conversations;
    private final ConversationLimits limits;
    private final JsonTrees json;

    public AnswerQuestions(
            RunAdmission admission, ConversationRepository conversations, ConversationLimits limits, JsonTrees json) {
        this.admission = admission;
        this.conversations = conversations;
        this.limits = limits;
        this.json = json;
    }

    /**
     * Stores the answers; where a tool had asked, they become its result. Answers to what was not asked are ignored.
     *
     * @param answers by the questions' ids
     * @return the run that goes on; the replaced item is its first event after the options of the stream
     * @throws Failure ITEM_NOT_FOUND if the thread has no questions with this id
     * @throws Failure NOT_PENDING if they were answered before
     * @throws Failure ANSWER_TOO_LONG if an answer is longer than a message may be
     * @throws dev.parley.domain.shared.InvalidRequest if PostgreSQL cannot keep an answer
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_IN_PROGRESS if a run is running or waiting in the thread
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle answer(
            AccountId owner, ConversationId id, ItemId item, Map<String, Answer> answers, RunOptions options) {
        answers.values().stream().flatMap(answer -> answer.values().stream()).forEach(AnswerQuestions::checkStorable);
        return admission.admit(owner, id, options, (conversation, now) -> {
            StructuredInput pending = pending(id, item);
            ignoreUnknown(pending, answers.keySet());
            pending.questions().forEach(question -> checkLength(question, answers.get(question.id())));
            return settle(conversation, pending.answered(answers), now);
        });
    }

    /**
     * Stores that the user does not want to answer; as {@link #answer} in all else.
     *
     * @return the run that goes on
     */
    public RunHandle skip(AccountId owner, ConversationId id, ItemId item, RunOptions options) {
        return admission.admit(
                owner,
                id,
                options,
                (conversation, now) -> settle(conversation, pending(id, item).skipped(), now));
    }

    private static void checkStorable(String value) {
        Text.storable("answers", value);
    }

    private void checkLength(Question question, @Nullable Answer answer) {
        int maximum = limits.messageCharacters();
        List<String> values = answer == null ? List.of() : answer.values();
        values.stream()
                .mapToInt(Text::length)
                .filter(length -> length > maximum)
                .findFirst()
                .ifPresent(length -> {
                    throw new Failure(
                            ConversationError.ANSWER_TOO_LONG,
                            maximum,
                            Text.shortened(Text.onOneLine(question.question()), QUESTION_IN_ERROR),
                            length);
                });
    }

    private StructuredInput pending(ConversationId id, ItemId item) {
        return conversations
                .findItem(id, item)
                .filter(StructuredInput.class::isInstance)
                .map(StructuredInput.class::cast)
                .orElseThrow(() -> new Failure(ConversationError.ITEM_NOT_FOUND));
    }

    private TurnTrigger settle(Conversation conversation, StructuredInput settled, Instant now) {
        ConversationId id = conversation.id();
        conversations.save(id, settled);
        ItemId asked = settled.toolCall();
        if (asked != null) {
            conversations
                    .findItem(id, asked)
                    .filter(ToolCall.class::isInstance)
                    .map(call -> ((ToolCall) call)
                            .returned(new ToolCall.Outcome(json.answers(settled).text(), false)))
                    .ifPresent(returned -> conversations.save(id, returned));
        }
        Conversation changed = conversation.touched(now);
        conversations.save(changed);
        return TurnTrigger.replaced(changed, new TurnCause.Answered(settled), settled);
    }

    private static void ignoreUnknown(StructuredInput input, Set<String> answered) {
        Set<String> known = input.questions().stream().map(Question::id).collect(Collectors.toSet());
        long unknown = answered.stream().filter(id -> !known.contains(id)).count();
        if (unknown > 0) {
            log.warn("{} answers are to no question of the item {} and are ignored", unknown, input.id());
        }
    }
}
