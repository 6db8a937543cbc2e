package dev.parley.domain.conversation;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import java.util.List;

/** What a user wants to say, before a thread has taken it. */
public record UserInput(List<InputText> content, InferenceOptions options) {

    public UserInput {
        content = List.copyOf(content);
    }

    /** Content to be answered as usual. */
    public UserInput(List<InputText> content) {
        this(content, InferenceOptions.USUAL);
    }

    /**
     * Checks the input against the rules that no thread changes.
     *
     * @throws EmptyMessage if it is nothing but white space
     * @throws MessageTooLong if it has more characters (code points) than allowed
     * @throws InvalidRequest if PostgreSQL cannot keep the text of one of its parts
     */
    void check(ConversationLimits limits) {
        content.forEach(part -> Text.storable("message.content", part.text()));
        String text = text();
        if (Text.isBlank(text)) {
            throw new EmptyMessage();
        }
        int length = Text.length(text);
        if (length > limits.messageCharacters()) {
            throw new MessageTooLong(limits.messageCharacters(), length);
        }
    }

    /** The parts joined. */
    public String text() {
        return Text.joined(content.stream().map(InputText::text).toList());
    }
}
