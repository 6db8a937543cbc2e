package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.account.GetAccount;
import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.account.StorageQuota;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.assistant.Assistant;
import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.application.attachment.CreateAttachment;
import dev.parley.application.attachment.DeleteAttachment;
import dev.parley.application.attachment.FindAttachmentOwner;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.attachment.PreviewAttachment;
import dev.parley.application.attachment.ReceiveAttachment;
import dev.parley.application.attachment.Thumbnails;
import dev.parley.application.attachment.UploadAttachment;
import dev.parley.application.audio.Transcriber;
import dev.parley.application.conversation.CreateSession;
import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.conversation.GetSession;
import dev.parley.application.conversation.ListSessions;
import dev.parley.application.conversation.RenameSession;
import dev.parley.application.event.RunStreams;
import dev.parley.application.history.ReadHistory;
import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.FollowRun;
import dev.parley.application.run.GetRuns;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunEngine;
import dev.parley.application.run.RunLogFlusher;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.run.RunQueue;
import dev.parley.application.run.SendMessage;
import dev.parley.application.run.StartThread;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.Secrets;
import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.GetTask;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PlainJsonTrees;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RecordingErrorReporter;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RateItems;
import dev.parley.application.thread.ReadThread;
import dev.parley.application.thread.RetryMessage;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.usage.GetUsage;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.run.Node;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.chatkit.ChatKitPolicy;
import dev.parley.web.http.PublicAddress;
import dev.parley.web.image.DefaultImageDomains;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.request.TrustedProxies;
import dev.parley.web.security.AllowedOrigins;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.security.TokenDecoders;
import dev.parley.web.token.TokenMemory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The web adapters over use cases that keep everything in memory. No component, lest an application's scan finds it. */
@EnableAutoConfiguration
@ComponentScan("dev.parley.web")
@Import({InMemoryHosted.class, InMemorySignIns.class})
class InMemoryParley {

    private static final RunPolicy RUNS = new RunPolicy(
            Examples.LIMITS,
            50,
            Set.of("small"),
            OnActiveRun.REJECT,
            new Node("test", UUID.randomUUID()),
            Duration.ofMinutes(1));

    private static final int STREAMS_PER_USER = 20;

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final StorageQuota quota = new StorageQuota(ports.accounts(), 2 * 1024 * 1024);
    private final IdGenerator ids = new CountingIds();
    private final ShiftedClock clock = new ShiftedClock();

    @Bean
    RecordingErrorReporter journal() {
        return new RecordingErrorReporter();
    }

    @Bean
    ScriptedAssistant assistant() {
        return new ScriptedAssistant();
    }

    @Bean
    CreateSession createSession() {
        return new CreateSession(ports.unitOfWork(), ports.conversations(), Examples.LIMITS, ids, clock);
    }

    @Bean
    ListSessions listSessions() {
        return new ListSessions(ports.unitOfWork(), ports.conversations());
    }

    @Bean
    GetSession getSession() {
        return new GetSession(ports.unitOfWork(), ports.conversations());
    }

    @Bean
    HistoryReads historyReads() {
        return new HistoryReads(ports.unitOfWork());
    }

    @Bean
    HistoryRepository historyRepository() {
        return ports.history();
    }

    @Bean
    ReadHistory readHistory(HistoryReads reads) {
        return new ReadHistory(reads, ports.conversations(), ports.history());
    }

    @Bean
    RenameSession renameSession() {
        return new RenameSession(ports.unitOfWork(), ports.conversations(), clock);
    }

    @Bean
    DeleteSession deleteSession() {
        return new DeleteSession(ports.conversations(), ports.removal());
    }

    @Bean
    RunStreams runStreams() {
        return new RunStreams(ports.unitOfWork(), ports.log());
    }

    @Bean
    RunEngine runEngine(Assistant assistant, ActionHandlers actions, RunStreams streams, ErrorReporter journal) {
        return new RunEngine(
                actions.beside(assistant),
                new ToolBox(
                        List.of(() -> List.of(new EchoTool())),
                        (definition, arguments) -> Optional.empty(),
                        Thread.ofVirtual().factory(),
                        Duration.ofSeconds(30),
                        Secrets.NONE),
                new PlainJsonTrees(),
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                ports.usages(),
                ports.log(),
                streams,
                ids,
                clock,
                journal,
                Thread.ofVirtual().factory());
    }

    @Bean
    RunQueue runQueue(RunEngine engine, ErrorReporter journal) {
        return new RunQueue(
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                ports.log(),
                RUNS,
                engine,
                clock,
                journal,
                quota);
    }

    @Bean
    RunLogFlusher runLogWriter(RunStreams streams, RunEngine engine) {
        return new RunLogFlusher(ports.unitOfWork(), ports.log(), streams, engine);
    }

    @Bean
    RunAdmission runStarter(RunEngine engine, RunQueue queue, RunStreams streams) {
        return new RunAdmission(
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                ports.log(),
                RUNS,
                ids,
                clock,
                engine,
                queue,
                streams,
                quota);
    }

    @Bean
    SendMessage startRun(RunAdmission starter) {
        return new SendMessage(starter, ports.conversations(), ports.runs(), RUNS, ids, clock, ports.claims());
    }

    @Bean
    StartThread startThread(RunAdmission starter) {
        return new StartThread(starter, ports.conversations(), RUNS, ids, clock, ports.claims());
    }

    @Bean
    AnswerToolCall answerToolCall(RunAdmission starter) {
        return new AnswerToolCall(starter, ports.conversations());
    }

    @Bean
    AnswerQuestions answerQuestions(RunAdmission starter) {
        return new AnswerQuestions(starter, ports.conversations(), Examples.LIMITS, new PlainJsonTrees());
    }

    @Bean
    RetryMessage retryMessage(RunAdmission starter) {
        return new RetryMessage(starter, ports.conversations());
    }

    @Bean
    PerformAction performAction(RunAdmission starter, ActionHandlers handlers) {
        return new PerformAction(
                starter,
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                handlers,
                new PlainJsonTrees(),
                clock,
                quota);
    }

    @Bean
    RateItems rateItems() {
        return new RateItems(ports.unitOfWork(), ports.conversations(), ports.feedback(), (rating, items) -> {}, clock);
    }

    @Bean
    ReadThread readThread() {
        return new ReadThread(ports.unitOfWork(), ports.conversations());
    }

    @Bean
    ChatKitPolicy chatKitPolicy(@Value("${parley.chatkit.cancels:true}") boolean cancels) {
        return new ChatKitPolicy(cancels);
    }

    @Bean
    ScriptedActions scriptedActions() {
        return new ScriptedActions();
    }

    @Bean
    ActionHandlers actionHandlers(ScriptedActions actions) {
        return new ActionHandlers(List.of(actions));
    }

    /** Hears how long a recording is, and what it was recorded as. */
    @Bean
    @ConditionalOnProperty("parley.test.listens")
    Transcriber transcriber() {
        return (audio, type) -> audio.length + " bytes of " + type;
    }

    @Bean
    BodyBudget bodyBudget() {
        return BodyBudget.ofHeap(Runtime.getRuntime().maxMemory());
    }

    @Bean
    AllowedOrigins allowedOrigins(@Value("${parley.cors.origins:}") List<String> origins) {
        return new AllowedOrigins(origins);
    }

    @Bean
    CancelRun cancelRun(RunEngine engine) {
        return new CancelRun(ports.unitOfWork(), ports.conversations(), ports.runs(), engine, clock);
    }

    @Bean
    FollowRun followRun(RunStreams streams) {
        return new FollowRun(ports.unitOfWork(), ports.conversations(), ports.runs(), ports.log(), streams);
    }

    @Bean
    GetRuns getRuns() {
        return new GetRuns(ports.unitOfWork(), ports.conversations(), ports.runs());
    }

    @Bean
    RunClock runClock(RunLogFlusher writer, RunStreams streams) {
        return new RunClock(writer, streams);
    }

    @Bean
    GetUsage getUsage() {
        return new GetUsage(ports.unitOfWork(), ports.usages(), clock);
    }

    @Bean
    AddTask addTask() {
        return new AddTask(ports.unitOfWork(), ports.tasks(), ids, clock);
    }

    @Bean
    ListTasks listTasks() {
        return new ListTasks(ports.unitOfWork(), ports.tasks());
    }

    @Bean
    GetTask getTask() {
        return new GetTask(ports.unitOfWork(), ports.tasks());
    }

    @Bean
    UpdateTask updateTask() {
        return new UpdateTask(ports.unitOfWork(), ports.tasks(), clock);
    }

    @Bean
    CompleteTask completeTask() {
        return new CompleteTask(ports.unitOfWork(), ports.tasks(), clock);
    }

    @Bean
    DeleteTask deleteTask() {
        return new DeleteTask(ports.unitOfWork(), ports.tasks());
    }

    @Bean
    PortsUnderTest ports() {
        return ports;
    }

    @Bean
    IdGenerator ids() {
        return ids;
    }

    @Bean
    ShiftedClock clock() {
        return clock;
    }

    @Bean
    IdempotencyKeys idempotencyKeys() {
        return new IdempotencyKeys(ports.idempotency(), clock, quota);
    }

    @Bean
    AttachmentLimits attachmentLimits() {
        return new AttachmentLimits(3 * 1024 * 1024, 10, 8 * 1024 * 1024);
    }

    @Bean
    AttachmentStore attachmentStore() {
        return new ChunkedStore(ports.unitOfWork(), ports.chunks());
    }

    @Bean
    CreateAttachment createAttachment(AttachmentLimits limits) {
        return new CreateAttachment(ports.unitOfWork(), ports.attachments(), limits, ids, clock);
    }

    @Bean
    UploadAttachment uploadAttachment(AttachmentStore store) {
        return new UploadAttachment(ports.unitOfWork(), ports.attachments(), store, ids, clock);
    }

    @Bean
    ReceiveAttachment receiveAttachment(CreateAttachment create, UploadAttachment upload, DeleteAttachment delete) {
        return new ReceiveAttachment(create, upload, delete);
    }

    @Bean
    OpenAttachment openAttachment(AttachmentStore store) {
        return new OpenAttachment(ports.unitOfWork(), ports.attachments(), store);
    }

    @Bean
    FindAttachmentOwner findAttachmentOwner() {
        return new FindAttachmentOwner(ports.unitOfWork(), ports.attachments());
    }

    @Bean
    PreviewAttachment previewAttachment(OpenAttachment openAttachment, Thumbnails thumbnails) {
        return new PreviewAttachment(ports.unitOfWork(), ports.attachments(), openAttachment, thumbnails);
    }

    @Bean
    DeleteAttachment deleteAttachment(AttachmentStore store, ErrorReporter journal) {
        return new DeleteAttachment(ports.unitOfWork(), ports.attachments(), store, journal);
    }

    @Bean
    PublicAddress publicAddress(@Value("${parley.public-url:#{null}}") @Nullable String publicUrl) {
        return new PublicAddress(publicUrl);
    }

    @Bean
    TrustedProxies trustedProxies(@Value("${parley.trusted-proxies:}") List<String> networks) {
        return new TrustedProxies(networks);
    }

    @Bean
    ImageDomains imageDomains(PublicAddress server) {
        return new DefaultImageDomains(List.of(), server);
    }

    @Bean
    SettableClock addressClock() {
        return new SettableClock();
    }

    @Bean
    SignedAddresses signedAddresses(SettableClock addressClock) {
        return new SignedAddresses(Tokens.SECRET.getBytes(UTF_8), addressClock);
    }

    @Bean
    IdentifyAccount identifyAccount() {
        return new IdentifyAccount(ports.unitOfWork(), ports.accounts(), ids, clock);
    }

    @Bean
    GetAccount getAccount() {
        return new GetAccount(ports.unitOfWork(), ports.accounts(), clock);
    }

    @Bean
    JwtDecoder decoder(TokenMemory memory) {
        return TokenDecoders.sharedSecret(Tokens.SECRET.getBytes(UTF_8), Duration.ZERO, InstantSource.system(), memory);
    }

    @Bean
    RequestLimits limits(@Value("${parley.limits.requests-per-minute}") int requestsPerMinute) {
        return new RequestLimits(requestsPerMinute, STREAMS_PER_USER);
    }

    @Bean
    Buckets buckets() {
        return Buckets.ofThisNode();
    }
}
