package dev.parley.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitedAnswerTest {

    private static final Annotation SKY =
            new Annotation(new Source.Url(Source.Details.titled("Sky"), "https://example.org", null), 4);

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());

    @Test
    void aSourceIsAnnotatedToTheMessageBeingSaidAndElseForgotten() {
        threads.assistant.set((turn, reply) -> {
            reply.annotate(SKY);
            reply.text("Blue");
            reply.annotate(SKY);
        });

        AssistantMessage answer = (AssistantMessage) threads.newest(threads.begin("Which colour?"));

        assertThat(answer.content()).containsExactly(new OutputText("Blue", List.of(SKY)));
    }
}
