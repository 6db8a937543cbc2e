package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.account.PasswordHasher;
import dev.parley.application.account.StorageQuota;
import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.attachment.AttachmentMeter;
import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.application.audio.Transcriber;
import dev.parley.application.event.RunStreams;
import dev.parley.application.history.ReadHistory;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.RunLogFlusher;
import dev.parley.application.run.RunMeter;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.TimeLimit;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.application.signin.AccessTokens;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.CountingSecrets;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PlainJsonTrees;
import dev.parley.application.testing.RecordingErrorReporter;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.application.thread.FeedbackMeter;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.PasswordRules;
import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.chatkit.ChatKitPolicy;
import dev.parley.web.home.ServerSummary;
import dev.parley.web.http.PublicAddress;
import dev.parley.web.image.DefaultImageDomains;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.password.BcryptPasswordHasher;
import dev.parley.web.password.CommonPasswords;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.request.TrustedProxies;
import dev.parley.web.security.AllowedOrigins;
import dev.parley.web.security.HmacAccessTokens;
import dev.parley.web.security.RequesterClaims;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.security.TokenDecoders;
import dev.parley.web.token.TokenAccounts;
import dev.parley.web.token.TokenMemory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * The web adapters over use cases that keep everything in memory; the ports are beans already. No component, lest an
 * application's scan finds it.
 */
@EnableAutoConfiguration
@ComponentScan("dev.parley.web")
@ComponentScan(
        basePackages = "dev.parley.application",
        useDefaultFilters = false,
        includeFilters = @Filter(UseCase.class),
        lazyInit = true)
class InMemoryParley {

    private static final int STREAMS_PER_USER = 20;

    @Bean
    RecordingErrorReporter errorReporter() {
        return new RecordingErrorReporter();
    }

    @Bean
    IdGenerator ids() {
        return new CountingIds();
    }

    @Bean
    SecretGenerator secrets() {
        return new CountingSecrets();
    }

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }

    @Bean
    JsonTrees jsonTrees() {
        return new PlainJsonTrees();
    }

    @Bean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    RunMeter runMeter() {
        return (status, time, firstToken) -> {};
    }

    @Bean
    AttachmentMeter attachmentMeter() {
        return bytes -> {};
    }

    @Bean
    FeedbackMeter feedbackMeter() {
        return (rating, items) -> {};
    }

    @Bean
    AttachmentStore attachmentStore(UnitOfWork unitOfWork, AttachmentChunkRepository chunks) {
        return new ChunkedStore(unitOfWork, chunks);
    }

    @Bean
    ScriptedAssistant assistant() {
        return new ScriptedAssistant();
    }

    @Bean
    ScriptedActions scriptedActions() {
        return new ScriptedActions();
    }

    @Bean
    TimeLimit timeLimit() {
        return new TimeLimit(() -> 0);
    }

    @Bean
    ActionHandlers actionHandlers(List<ActionHandler> handlers, TimeLimit limit) {
        return new ActionHandlers(handlers, limit);
    }

    @Bean
    ToolBox toolBox() {
        return UseCases.toolBox(new EchoTool());
    }

    @Bean
    RunPolicy runPolicy() {
        return UseCases.runPolicy("test", Duration.ofMinutes(1));
    }

    @Bean
    ConversationLimits conversationLimits() {
        return Examples.LIMITS;
    }

    @Bean
    AttachmentLimits attachmentLimits() {
        return new AttachmentLimits(3 * 1024 * 1024, 10, 8 * 1024 * 1024);
    }

    @Bean
    StorageQuota storageQuota(AccountRepository accounts) {
        return new StorageQuota(accounts, 2 * 1024 * 1024);
    }

    @Bean(autowireCandidate = false)
    HistoryReads historyReads(UnitOfWork units) {
        return new HistoryReads(units);
    }

    @Bean
    ReadHistory readHistory(BeanFactory beans, ConversationRepository conversations, HistoryRepository history) {
        return new ReadHistory(beans.getBean(HistoryReads.class), conversations, history);
    }

    @Bean
    ChatKitPolicy chatKitPolicy(@Value("${parley.chatkit.cancels:true}") boolean cancels) {
        return new ChatKitPolicy(cancels);
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
    RunClock runClock(RunLogFlusher writer, RunStreams streams) {
        return new RunClock(writer, streams);
    }

    @Bean
    ServerSummary serverSummary(@Value("${parley.test.local:true}") boolean isLocal) {
        return new ServerSummary("0.1.0", "<b>scripted</b>", "/srv/parley (in memory)", isLocal, true);
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

    @Bean(autowireCandidate = false)
    SettableClock addressClock() {
        return new SettableClock();
    }

    @Bean
    SignedAddresses signedAddresses(BeanFactory beans) {
        return new SignedAddresses(Tokens.SECRET.getBytes(UTF_8), beans.getBean(SettableClock.class));
    }

    @Bean
    PasswordRules passwordRules() {
        return new PasswordRules(new CommonPasswords()::contains);
    }

    @Bean
    PasswordHasher hasher() {
        return new BcryptPasswordHasher();
    }

    @Bean
    AccessTokens accessTokens() {
        return new HmacAccessTokens(Tokens.SECRET.getBytes(UTF_8));
    }

    @Bean
    TokenAccounts tokenAccounts(IdentifyAccount identifyAccount, InstantSource clock) {
        return new TokenAccounts(identifyAccount, clock);
    }

    @Bean
    TokenMemory tokenMemory(CheckToken checkToken, TokenAccounts accounts, InstantSource clock) {
        return new TokenMemory(checkToken, accounts, clock);
    }

    @Bean
    JwtDecoder decoder(TokenMemory memory) {
        return TokenDecoders.sharedSecret(Tokens.SECRET.getBytes(UTF_8), Duration.ZERO, InstantSource.system(), memory);
    }

    @Bean
    RequesterClaims requesterClaims() {
        return new RequesterClaims(List.of("tenant", "roles"));
    }

    @Bean
    RequestLimits limits(@Value("${parley.limits.requests-per-minute}") int requestsPerMinute) {
        return new RequestLimits(requestsPerMinute, STREAMS_PER_USER);
    }

    /** No test is refused less because a minute is over. */
    @Bean
    Buckets buckets() {
        return Buckets.ofThisNode(
                new ClockMeter(InstantSource.fixed(InstantSource.system().instant())));
    }
}
