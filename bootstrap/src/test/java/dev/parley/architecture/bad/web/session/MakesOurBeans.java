package dev.parley.architecture.bad.web.session;

import dev.parley.architecture.bad.application.conversation.Notes;
import dev.parley.architecture.bad.application.conversation.TakeNote;
import dev.parley.architecture.bad.domain.conversation.Note;
import java.util.Optional;
import org.springframework.context.annotation.Bean;

/** Beans of our types are bootstrap's to make. */
abstract class MakesOurBeans {

    @Bean
    static Optional<TakeNote> useCase() {
        return Optional.empty();
    }

    @Bean
    static AdapterOfNotes adapter() {
        return new AdapterOfNotes();
    }

    @Bean
    static StringBuilder foreign() {
        return new StringBuilder();
    }

    /** Implements a port. */
    static final class AdapterOfNotes implements Notes {

        @Override
        public Note newest() {
            return new Note("");
        }
    }
}
