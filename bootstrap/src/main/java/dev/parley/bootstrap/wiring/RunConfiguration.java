package dev.parley.bootstrap.wiring;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.assistant.Assistant;
import dev.parley.application.attachment.ClaimAttachments;
import dev.parley.application.event.RunLog;
import dev.parley.application.event.RunStreams;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.FollowRun;
import dev.parley.application.run.GetRuns;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunEngine;
import dev.parley.application.run.RunLeases;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.run.RunQueue;
import dev.parley.application.run.SendMessage;
import dev.parley.application.run.StartThread;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.usage.GetUsage;
import dev.parley.bootstrap.lifecycle.NodeName;
import dev.parley.bootstrap.lifecycle.RunThreads;
import dev.parley.bootstrap.settings.AssistantSettings;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.usage.UsageRepository;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final UsageRepository usages;
    private final RunLog log;
    private final IdGenerator ids;
    private final InstantSource clock;

    RunConfiguration(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            UsageRepository usages,
            RunLog log,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.usages = usages;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    RunPolicy runPolicy(ConversationLimits limits, Settings settings, Environment environment) {
        AssistantSettings assistant = settings.assistant();
        return new RunPolicy(
                limits,
                assistant.historyMessages(),
                Set.copyOf(assistant.models()),
                settings.runs().onActiveRun(),
                NodeName.of(environment),
                settings.runs().lease());
    }

    @Bean
    RunStreams runStreams() {
        return new RunStreams(unitOfWork, log);
    }

    @Bean
    RunEngine runEngine(
            Assistant assistant,
            ActionHandlers actions,
            ToolBox tools,
            JsonTrees trees,
            RunStreams streams,
            ErrorReporter journal) {
        return new RunEngine(
                actions.beside(assistant),
                tools,
                trees,
                unitOfWork,
                conversations,
                runs,
                usages,
                log,
                streams,
                ids,
                clock,
                journal,
                new RunThreads("run-"));
    }

    @Bean
    RunQueue runQueue(RunPolicy policy, RunEngine engine, ErrorReporter journal, StorageQuota quota) {
        return new RunQueue(unitOfWork, conversations, runs, log, policy, engine, clock, journal, quota);
    }

    @Bean
    RunAdmission runStarter(
            RunPolicy policy, RunEngine engine, RunQueue queue, RunStreams streams, StorageQuota quota) {
        return new RunAdmission(
                unitOfWork, conversations, runs, log, policy, ids, clock, engine, queue, streams, quota);
    }

    @Bean
    SendMessage startRun(RunAdmission starter, RunPolicy policy, ClaimAttachments claims) {
        return new SendMessage(starter, conversations, runs, policy, ids, clock, claims);
    }

    @Bean
    StartThread startThread(RunAdmission starter, RunPolicy policy, ClaimAttachments claims) {
        return new StartThread(starter, conversations, policy, ids, clock, claims);
    }

    @Bean
    CancelRun cancelRun(RunEngine engine) {
        return new CancelRun(unitOfWork, conversations, runs, engine, clock);
    }

    @Bean
    FollowRun followRun(RunStreams streams) {
        return new FollowRun(unitOfWork, conversations, runs, log, streams);
    }

    @Bean
    GetRuns getRuns() {
        return new GetRuns(unitOfWork, conversations, runs);
    }

    @Bean
    GetUsage getUsage() {
        return new GetUsage(unitOfWork, usages, clock);
    }

    @Bean
    RunLeases runLeases(RunPolicy policy, RunEngine engine, RunQueue queue) {
        return new RunLeases(unitOfWork, conversations, runs, log, ids, policy, engine, queue, clock);
    }
}
