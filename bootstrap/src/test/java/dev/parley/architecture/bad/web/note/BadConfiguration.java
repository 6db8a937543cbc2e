package dev.parley.architecture.bad.web.note;

import dev.parley.architecture.bad.application.note.BadUseCase;
import dev.parley.architecture.bad.application.note.BadUseCase.Notes;
import jakarta.annotation.Resource;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Breaks the rules of wiring. */
@SpringBootApplication
abstract class BadConfiguration {

    @Autowired
    Clock autowired;

    @Value("${parley.limits.sessions-per-user}")
    int value;

    @Resource
    @Nullable Clock resource;

    @Bean
    static Optional<BadUseCase> useCase() {
        return Optional.empty();
    }

    @Bean
    static AdapterOfNotes adapter() {
        return new AdapterOfNotes();
    }

    @Bean
    static StringBuilder blameless() {
        return new StringBuilder();
    }

    /** Implements a port. */
    static final class AdapterOfNotes implements Notes {

        @Override
        public String newest() {
            return "";
        }
    }
}
