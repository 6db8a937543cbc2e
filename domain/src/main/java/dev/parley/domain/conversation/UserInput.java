package dev.parley.domain.conversation;

import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputTag;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to say, before a thread has taken it.
 *
 * @param attachments the files that come with it
 * @param quotedText what the user refers to; null for nothing
 */
public record UserInput(
        List<UserContent> content,
        List<MessageAttachment> attachments,
        @Nullable String quotedText,
        InferenceOptions options) {

    private static final String CONTENT = "content";

    public UserInput {
        content = List.copyOf(content);
        attachments = List.copyOf(attachments);
    }

    /** Content with nothing beside it. */
    public UserInput(List<? extends UserContent> content, InferenceOptions options) {
        this(List.copyOf(content), List.of(), null, options);
    }

    /** Content to be answered as usual. */
    public UserInput(List<? extends UserContent> content) {
        this(content, InferenceOptions.DEFAULT);
    }

    /** What the user wanted to say with a message. */
    public static UserInput of(UserMessage message) {
        return new UserInput(message.content(), message.attachments(), message.quotedText(), message.options());
    }

    /**
     * Checks the input against the rules that no thread changes.
     *
     * @throws Failure EMPTY_MESSAGE if it is nothing but white space and brings no file
     * @throws Failure MESSAGE_TOO_LONG if it has more characters (code points) than allowed
     * @throws InvalidRequest if PostgreSQL cannot keep the text of one of its parts, or what it quotes
     */
    void check(ConversationLimits limits) {
        content.forEach(UserInput::checkStorable);
        String text = text();
        if (Text.isBlank(text) && attachments.isEmpty()) {
            throw new Failure(ConversationError.EMPTY_MESSAGE);
        }
        int length = Text.length(text);
        if (length > limits.messageCharacters()) {
            throw new Failure(ConversationError.MESSAGE_TOO_LONG, limits.messageCharacters(), length);
        }
        if (quotedText != null) {
            Text.storable("quoted_text", quotedText);
        }
    }

    /**
     * The input with no more of a quotation than a message may have: people quote answers, which are as long as they are.
     * What is cut ends with a whole word and an ellipsis.
     */
    public UserInput withShortQuotation(ConversationLimits limits) {
        String quoted = quotedText;
        return quoted == null || Text.length(quoted) <= limits.messageCharacters()
                ? this
                : new UserInput(content, attachments, Text.shortened(quoted, limits.messageCharacters()), options);
    }

    /** The parts joined. */
    public String text() {
        return Text.joined(content.stream().map(UserContent::text).toList());
    }

    /** The input as a message that no thread has taken yet. */
    public UserMessage message(ItemId id, Instant now) {
        return new UserMessage(id, Item.DRAFT, content, attachments, quotedText, options, now);
    }

    private static void checkStorable(UserContent part) {
        Text.storable(CONTENT, part.text());
        if (part instanceof InputTag tag) {
            Text.storable(CONTENT, tag.id());
            Text.storable(CONTENT, tag.data().text());
            if (tag.group() != null) {
                Text.storable(CONTENT, tag.group());
            }
        }
    }
}
