package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.model.ChatModel.Speech;
import dev.parley.assistant.testing.Script;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CitationsTest {

    @AutoClose
    private final ModelUnderTest model = new ModelUnderTest();

    @Test
    void pagesOnTheWebAreSourcesAndAllElseCountsForNothing() {
        List<Annotation> sources = new ArrayList<>();
        model.server.then(saying("""
                {"annotations": [
                  {"type": "url_citation", "url_citation":
                    {"url": "https://example.org/sky", "title": "The sky", "start_index": 0, "end_index": 4}},
                  {"type": "url_citation", "url_citation": {"url": "http://example.org"}},
                  {"type": "url_citation", "url_citation": {"url": "javascript:alert(1)", "title": "Click"}},
                  {"type": "url_citation", "url_citation": "https://example.org"},
                  {"type": "file_citation", "file_citation": {"file_id": "1"}},
                  7
                ]}""".replace("\n", "")));

        model.answerTo(new Speech() {
            @Override
            public void text(String delta) {
                assertThat(delta).isEqualTo("Blue");
            }

            @Override
            public void source(Annotation annotation) {
                sources.add(annotation);
            }
        });

        assertThat(sources)
                .containsExactly(
                        new Annotation(
                                new Source.Url(Source.Details.titled("The sky"), "https://example.org/sky", null), 4),
                        new Annotation(
                                new Source.Url(Source.Details.titled("http://example.org"), "http://example.org", null),
                                null));
    }

    private static Script saying(String annotations) {
        return (request, wire) -> {
            wire.stream();
            wire.text("Blue");
            wire.delta(annotations);
            wire.finish("stop");
            wire.usage(1, 1, 0);
            wire.done();
        };
    }
}
