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
    @Mapping(source = ".", target = "status")
    @Mapping(source = "lastWaiting", target = "lastWaiting", defaultValue = "0L")
    @Mapping(target = "ownedBy", ignore = true)
    @Mapping(target = "touched", ignore = true)
    @Mapping(target = "withoutWaiting", ignore = true)
    Conversation conversation(ConversationRow row);

    @Mapping(source = "owner", target = "ownerId")
    @Mapping(source = "status", target = "status", qualifiedByName = "name")
    @Mapping(source = "status", target = "statusReason", qualifiedByName = "reason")
    ConversationRow row(Conversation conversation);

    default Title title(String title) {
        return new Title(title);
    }

    default String text(Title title) {
        return title.value();
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
