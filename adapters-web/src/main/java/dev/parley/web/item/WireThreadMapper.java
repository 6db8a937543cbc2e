package dev.parley.web.item;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.web.json.IdTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = IdTexts.class)
interface WireThreadMapper {

    WireThreadMapper MAPPER = Mappers.getMapper(WireThreadMapper.class);

    @Mapping(target = "metadata", expression = "java(java.util.Map.of())")
    WireThread thread(Conversation conversation, @Nullable List<String> allowedImageDomains, WirePage<WireItem> items);

    default WireThread.Status status(ThreadStatus status) {
        return switch (status) {
            case ThreadStatus.Active active -> new WireThread.Status("active", null);
            case ThreadStatus.Locked locked -> new WireThread.Status("locked", locked.reason());
            case ThreadStatus.Closed closed -> new WireThread.Status("closed", closed.reason());
        };
    }

    default @Nullable String title(Title title) {
        return title.equals(Title.NEW_CHAT) ? null : title.value();
    }
}
