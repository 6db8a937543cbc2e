package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.model.Prompt;
import dev.parley.application.shared.SystemFailure;
import dev.parley.assistant.testing.Script;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A file that a model does not take must not keep a conversation from being answered. */
class RejectedFilesTest {

    private static final Prompt.TextFile NOTES = new Prompt.TextFile("notes.md", "text/markdown", "# Argo");
    private static final Prompt.Image SHIP = new Prompt.Image("ship.png", "image/png", "AAAA");

    private final ModelUnderTest model = new ModelUnderTest();

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void aConversationWhoseFilesAreRefusedIsAnsweredWithTheirNames(int status) {
        model.answer(asking("Look", NOTES, SHIP), Script.refusing(status, "{}"), Script.saying("I see nothing."));

        assertThat(model.text()).isEqualTo("I see nothing.");
        assertThat(sent().asString()).isEqualTo("""
                        Look

                        You could not open these files of the message:
                        - ship.png (image/png)

                        <file name="notes.md" type="text/markdown">
                        # Argo
                        </file>""");
    }

    @Test
    void aMessageThatIsAnImageAloneIsNamed() {
        model.answer(asking("", SHIP), Script.refusing(400, "{}"), Script.saying("Hm"));

        assertThat(sent().asString())
                .isEqualTo("You could not open these files of the message:\n- ship.png (image/png)");
    }

    @Test
    void aConversationThatIsRefusedWithoutItsFilesIsNotAskedAgain() {
        assertFails(asking("Look", SHIP), Script.refusing(400, "{}"), Script.refusing(400, "{}"));

        assertThat(model.server.requests()).hasSize(2);
        assertThat(model.failures("refused")).isOne();
    }

    @Test
    void aConversationWithoutImagesIsNotAskedAgain() {
        assertFails(asking("Look", NOTES), Script.refusing(400, "{}"));

        assertThat(model.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void whatIsNotAboutTheContentIsNotAskedAgain(int status) {
        assertFails(asking("Look", SHIP), Script.refusing(status, "{}"));

        assertThat(model.server.requests()).hasSize(1);
    }

    private JsonNode sent() {
        return model.requestBody().at("/messages/0/content");
    }

    private void assertFails(Prompt prompt, Script... scripts) {
        assertThatThrownBy(() -> model.answer(prompt, scripts)).isInstanceOf(SystemFailure.class);
    }

    private static Prompt asking(String text, Prompt.File... files) {
        return new Prompt(List.of(new Prompt.FromUser(text, List.of(files))), List.of());
    }
}
