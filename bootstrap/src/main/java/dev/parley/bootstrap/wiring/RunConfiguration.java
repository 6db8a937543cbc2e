package dev.parley.bootstrap.wiring;

import dev.parley.application.run.Assistant;
import dev.parley.application.run.GetUsage;
import dev.parley.application.run.RunEngine;
import dev.parley.application.run.RunLeases;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.run.StartRun;
import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tool.ToolBox;
import dev.parley.bootstrap.settings.AssistantSettings;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.UsageRepository;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final UsageRepository usages;
    private final IdGenerator ids;
    private final InstantSource clock;

    RunConfiguration(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            UsageRepository usages,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.usages = usages;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    RunEngine runEngine(Assistant assistant, ToolBox tools, FailureJournal journal) {
        return new RunEngine(
                assistant, tools, unitOfWork, conversations, runs, usages, ids, clock, journal, new RunThreads("run-"));
    }

    @Bean
    StartRun startRun(ConversationLimits limits, Settings settings, RunEngine engine) {
        AssistantSettings assistant = settings.assistant();
        RunPolicy policy = new RunPolicy(limits, assistant.historyMessages(), Set.copyOf(assistant.models()));
        return new StartRun(unitOfWork, conversations, runs, policy, ids, clock, engine);
    }

    @Bean
    GetUsage getUsage() {
        return new GetUsage(unitOfWork, usages, clock);
    }

    @Bean
    RunLeases runLeases(RunEngine engine) {
        return new RunLeases(unitOfWork, runs, engine, clock);
    }

    @Bean
    RunHeartbeat runHeartbeat(RunLeases leases, FailureJournal journal) {
        return new RunHeartbeat(leases::renew, journal);
    }

    @Bean
    RunStop runStop(RunEngine engine) {
        return new RunStop(engine);
    }

    /** The embedded database has no other node, so nothing in it is running when this one starts. */
    @Bean
    @Conditional(OnEmbeddedDatabase.class)
    LeftOverRuns leftOverRuns(RunLeases leases) {
        return new LeftOverRuns(leases);
    }
}
