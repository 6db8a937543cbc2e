package dev.parley.application.testing;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.account.PasswordHasher;
import dev.parley.application.account.StorageQuota;
import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.attachment.AttachmentMeter;
import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunMeter;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.TimeLimit;
import dev.parley.application.shared.UseCase;
import dev.parley.application.thread.FeedbackMeter;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.run.Node;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The use cases over one set of ports. Each is made once, through its only constructor, when it is first asked for; what it
 * takes is what a test has given, another use case, or what tests usually have.
 */
public final class UseCases {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Map<Class<?>, Object> parts = new HashMap<>();

    private UseCases(PortsUnderTest ports) {
        parts.putAll(ports.byType());
        with(IdGenerator.class, new CountingIds());
        with(SecretGenerator.class, new CountingSecrets());
        with(InstantSource.class, new SettableClock());
        with(ErrorReporter.class, new RecordingErrorReporter());
        with(PasswordHasher.class, new ReversingHasher());
        with(JsonTrees.class, new PlainJsonTrees());
        with(RunMeter.class, (status, time, firstToken) -> {});
        with(AttachmentMeter.class, bytes -> {});
        with(FeedbackMeter.class, (rating, items) -> {});
        with(AttachmentStore.class, new ChunkedStore(ports.unitOfWork(), ports.chunks()));
        with(ActionHandlers.class, actionHandlers());
        with(ToolBox.class, toolBox(new EchoTool()));
        with(ConversationLimits.class, Examples.LIMITS);
        with(AttachmentLimits.class, new AttachmentLimits(1024 * 1024, 10, 8 * 1024 * 1024));
        with(StorageQuota.class, new StorageQuota(ports.accounts(), 1024 * 1024));
        with(RunPolicy.class, runPolicy("node", Duration.ofMinutes(1)));
    }

    /** Over new ports in memory. */
    public static UseCases inMemory() {
        return over(PortsUnderTest.inMemory());
    }

    /** Over these ports. */
    public static UseCases over(PortsUnderTest ports) {
        return new UseCases(ports);
    }

    /** Tools whose arguments are always right. */
    public static ToolBox toolBox(Tool... tools) {
        List<Tool> all = List.of(tools);
        return new ToolBox(
                List.of(() -> all),
                (definition, arguments) -> Optional.empty(),
                SOON,
                Secrets.NONE,
                (name, outcome, time) -> {});
    }

    /** Handlers of actions, for which no time passes. */
    public static ActionHandlers actionHandlers(ActionHandler... handlers) {
        return new ActionHandlers(List.of(handlers), new TimeLimit(() -> 0));
    }

    /** The policy of a node, of which users may pick the model "small". */
    public static RunPolicy runPolicy(String node, Duration lease) {
        return new RunPolicy(
                Examples.LIMITS,
                50,
                Set.of("small"),
                OnActiveRun.REJECT,
                new Node(node, UUID.randomUUID()),
                lease,
                Duration.ofHours(24));
    }

    /** The same with a port or policy of the test's. */
    public <T> UseCases with(Class<T> type, T part) {
        parts.put(type, part);
        return this;
    }

    /** The use case, port or policy of this type. */
    public <T> T get(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            part = make(type);
            parts.put(type, part);
        }
        return type.cast(part);
    }

    private Object make(Class<?> type) {
        if (!type.isAnnotationPresent(UseCase.class)) {
            throw new IllegalStateException("a test has to bring its " + type.getName());
        }
        Constructor<?>[] constructors = type.getConstructors();
        Object[] arguments =
                Stream.of(constructors[0].getParameterTypes()).map(this::get).toArray();
        try {
            return constructors[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }
}
