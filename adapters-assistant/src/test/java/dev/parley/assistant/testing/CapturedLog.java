package dev.parley.assistant.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a package, or a class, logs at any level while this is open. */
public final class CapturedLog implements AutoCloseable {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };
    private final Logger logger;
    private final @Nullable Level level;

    private CapturedLog(String name) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
        this.level = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        appender.start();
        logger.addAppender(appender);
    }

    /** Of a class. */
    public static CapturedLog of(Class<?> type) {
        return new CapturedLog(type.getName());
    }

    /** Of a package and those below it. */
    public static CapturedLog of(String packageName) {
        return new CapturedLog(packageName);
    }

    /** All that would be printed: messages and stack traces. */
    public List<String> lines() {
        return events.stream()
                .flatMap(event -> Stream.of(
                                event.getFormattedMessage(),
                                event.getThrowableProxy() == null
                                        ? null
                                        : ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .filter(Objects::nonNull))
                .toList();
    }

    /** The failures that were logged. */
    public List<Throwable> failures() {
        return events.stream()
                .map(ILoggingEvent::getThrowableProxy)
                .filter(ThrowableProxy.class::isInstance)
                .map(proxy -> ((ThrowableProxy) proxy).getThrowable())
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(level);
    }
}
