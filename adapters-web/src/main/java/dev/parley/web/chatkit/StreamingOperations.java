package dev.parley.web.chatkit;

import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.SendMessage;
import dev.parley.application.run.StartThread;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RetryMessage;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.chatkit.ChatKitOperation.StreamResponse;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Begins the runs that the protocol asks for. */
@Component
final class StreamingOperations {

    private static final String INPUT = "params.input";

    private final StartThread startThread;
    private final SendMessage sendMessage;
    private final AnswerToolCall answerToolCall;
    private final AnswerQuestions answerQuestions;
    private final RetryMessage retryMessage;
    private final PerformAction performAction;

    StreamingOperations(
            StartThread startThread,
            SendMessage sendMessage,
            AnswerToolCall answerToolCall,
            AnswerQuestions answerQuestions,
            RetryMessage retryMessage,
            PerformAction performAction) {
        this.startThread = startThread;
        this.sendMessage = sendMessage;
        this.answerToolCall = answerToolCall;
        this.answerQuestions = answerQuestions;
        this.retryMessage = retryMessage;
        this.performAction = performAction;
    }

    /**
     * Begins one.
     *
     * @param once of messages; all else does not fit a second time anyway
     */
    RunHandle start(AccountId caller, StreamResponse operation, RunOptions options, Idempotency<RunId> once) {
        return switch (operation) {
            case ChatKitOperation.CreateThread create ->
                InvalidRequest.within(INPUT, () -> startThread.start(caller, create.message(), options, once));
            case ChatKitOperation.AddUserMessage add ->
                InvalidRequest.within(
                        INPUT, () -> sendMessage.start(caller, add.thread(), add.message(), null, options, once));
            case ChatKitOperation.AddToolOutput output ->
                answerToolCall.answer(caller, output.thread(), output.result(), options);
            case ChatKitOperation.AddStructuredInput input -> answer(caller, input, options);
            case ChatKitOperation.Retry retry -> retryMessage.retry(caller, retry.thread(), retry.item(), options);
            case ChatKitOperation.Perform perform ->
                performAction.perform(caller, perform.thread(), perform.widget(), perform.act(), options);
        };
    }

    private RunHandle answer(AccountId caller, ChatKitOperation.AddStructuredInput input, RunOptions options) {
        Map<String, Answer> answers = input.answers();
        return answers == null
                ? answerQuestions.skip(caller, input.thread(), input.item(), options)
                : InvalidRequest.within(
                        INPUT, () -> answerQuestions.answer(caller, input.thread(), input.item(), answers, options));
    }
}
