package dev.parley.architecture.bad.domain.conversation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The domain does not log. */
final class LogsInTheDomain {

    private static final Logger log = LoggerFactory.getLogger(LogsInTheDomain.class);

    void happened() {
        log.info("A note was taken");
    }
}
