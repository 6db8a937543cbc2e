package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.persistence.shared.Columns;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface ConversationRowMapper {

    ConversationRowMapper MAPPER = Mappers.getMapper(ConversationRowMapper.class);

    @Mapping(source = "ownerId", target = "owner")
    @Mapping(source = ".", target = "title")
    @Mapping(source = ".", target = "status")
    @Mapping(source = "lastWaiting", target = "lastWaiting", defaultValue = "0L")
    @Mapping(target = "ownedBy", ignore = true)
    @Mapping(target = "touched", ignore = true)
    @Mapping(target = "reachedNewest", ignore = true)
    Conversation conversation(ConversationRow row);

    @Mapping(source = "owner", target = "ownerId")
    @Mapping(source = "title", target = "title", qualifiedByName = "value")
    @Mapping(source = "title", target = "placeholderTitle", qualifiedByName = "placeholder")
    @Mapping(source = "status", target = "status", qualifiedByName = "name")
    @Mapping(source = "status", target = "statusReason", qualifiedByName = "reason")
    ConversationRow row(Conversation conversation);

    default Title title(ConversationRow row) {
        String placeholder = row.placeholderTitle();
        if (placeholder == null) {
            return row.title().equals(Title.NEW_CHAT.value()) ? Title.NEW_CHAT : new Title(row.title());
        }
        return row.title().equals(placeholder) ? new Title(placeholder, Title.Origin.FILE) : new Title(row.title());
    }

    @Named("value")
    default String value(Title title) {
        return title.value();
    }

    /** Nodes of before there were placeholders write none, and have no other than {@code New Chat}. */
    @Named("placeholder")
    default @Nullable String placeholder(Title title) {
        return switch (title.origin()) {
            case NONE -> null;
            case FILE -> title.value();
            case WORDS -> title.value().equals(Title.NEW_CHAT.value()) ? "" : null;
        };
    }

    default ThreadStatus status(ConversationRow row) {
        return switch (row.status()) {
            case "active" -> ThreadStatus.ACTIVE;
            case "locked" -> new ThreadStatus.Locked(row.statusReason());
            case "closed" -> new ThreadStatus.Closed(row.statusReason());
            default -> throw new IllegalArgumentException("no thread is " + row.status());
        };
    }

    @Named("name")
    default String name(ThreadStatus status) {
        return switch (status) {
            case ThreadStatus.Active active -> "active";
            case ThreadStatus.Locked locked -> "locked";
            case ThreadStatus.Closed closed -> "closed";
        };
    }

    @Named("reason")
    default @Nullable String reason(ThreadStatus status) {
        return switch (status) {
            case ThreadStatus.Active active -> null;
            case ThreadStatus.Locked locked -> locked.reason();
            case ThreadStatus.Closed closed -> closed.reason();
        };
    }
}
