package dev.parley.persistence.run;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunStatus;
import java.util.Locale;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper
interface RunRowMapper {

    RunRowMapper MAPPER = Mappers.getMapper(RunRowMapper.class);

    @Mapping(source = "conversationId", target = "conversation")
    @Mapping(target = "begun", ignore = true)
    @Mapping(target = "completed", ignore = true)
    @Mapping(target = "cancelled", ignore = true)
    @Mapping(target = "interrupted", ignore = true)
    Run run(RunRow row);

    default RunId runId(UUID id) {
        return new RunId(id);
    }

    default ConversationId conversationId(UUID id) {
        return new ConversationId(id);
    }

    default RunStatus status(String status) {
        return RunStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    default String column(RunStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
