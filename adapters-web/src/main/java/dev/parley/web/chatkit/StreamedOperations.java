package dev.parley.web.chatkit;

import dev.parley.application.idempotency.Once;
import dev.parley.application.run.StartRun;
import dev.parley.application.run.StartThread;
import dev.parley.application.run.StartedRun;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RetryMessage;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import org.springframework.stereotype.Component;

/** Begins the runs that the protocol asks for. */
@Component
final class StreamedOperations {

    private final StartThread startThread;
    private final StartRun startRun;
    private final AnswerToolCall answerToolCall;
    private final AnswerQuestions answerQuestions;
    private final RetryMessage retryMessage;
    private final PerformAction performAction;

    StreamedOperations(
            StartThread startThread,
            StartRun startRun,
            AnswerToolCall answerToolCall,
            AnswerQuestions answerQuestions,
            RetryMessage retryMessage,
            PerformAction performAction) {
        this.startThread = startThread;
        this.startRun = startRun;
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
    StartedRun start(AccountId caller, StreamedOperation operation, RunOptions options, Once<RunId> once) {
        return switch (operation) {
            case StreamedOperation.CreateThread create -> startThread.start(caller, create.said(), options, once);
            case StreamedOperation.AddUserMessage add ->
                startRun.start(caller, add.thread(), add.said(), null, options, once);
            case StreamedOperation.AddToolOutput output ->
                answerToolCall.answer(caller, output.thread(), output.result(), options);
            case StreamedOperation.AnswerInput answer ->
                answerQuestions.answer(caller, answer.thread(), answer.item(), answer.answers(), options);
            case StreamedOperation.SkipInput skip -> answerQuestions.skip(caller, skip.thread(), skip.item(), options);
            case StreamedOperation.Retry retry -> retryMessage.retry(caller, retry.thread(), retry.item(), options);
            case StreamedOperation.Perform perform ->
                performAction.perform(caller, perform.thread(), perform.widget(), perform.act(), options);
        };
    }
}
