package dev.parley.bootstrap.wiring;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.admin.ExportFeedback;
import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.application.thread.FeedbackMeter;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RateItems;
import dev.parley.application.thread.ReadThread;
import dev.parley.application.thread.RetryMessage;
import dev.parley.assistant.json.JacksonTrees;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.domain.run.RunRepository;
import dev.parley.web.monitoring.MicrometerFeedbackMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What users do in threads beside talking. Handlers of actions are beans of their own. */
@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;

    InteractionConfiguration(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
    }

    @Bean
    JsonTrees jsonTrees() {
        return new JacksonTrees();
    }

    @Bean
    ActionHandlers actionHandlers(ObjectProvider<ActionHandler> handlers) {
        return new ActionHandlers(handlers.orderedStream().toList());
    }

    @Bean
    FeedbackMeter feedbackMeter(MeterRegistry meters) {
        return new MicrometerFeedbackMeter(meters);
    }

    @Bean
    AnswerToolCall answerToolCall(RunAdmission starter) {
        return new AnswerToolCall(starter, conversations);
    }

    @Bean
    AnswerQuestions answerQuestions(RunAdmission starter, ConversationLimits limits, JsonTrees trees) {
        return new AnswerQuestions(starter, conversations, limits, trees);
    }

    @Bean
    RetryMessage retryMessage(RunAdmission starter) {
        return new RetryMessage(starter, conversations);
    }

    @Bean
    PerformAction performAction(
            RunAdmission starter,
            RunRepository runs,
            ActionHandlers handlers,
            JsonTrees trees,
            InstantSource clock,
            StorageQuota quota) {
        return new PerformAction(starter, unitOfWork, conversations, runs, handlers, trees, clock, quota);
    }

    @Bean
    RateItems rateItems(FeedbackRepository feedback, FeedbackMeter meter, InstantSource clock) {
        return new RateItems(unitOfWork, conversations, feedback, meter, clock);
    }

    @Bean
    ExportFeedback exportFeedback(FeedbackRepository feedback) {
        return new ExportFeedback(unitOfWork, feedback);
    }

    @Bean
    ReadThread readThread() {
        return new ReadThread(unitOfWork, conversations);
    }
}
