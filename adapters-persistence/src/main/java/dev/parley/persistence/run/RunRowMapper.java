package dev.parley.persistence.run;

import dev.parley.domain.run.Run;
import dev.parley.persistence.shared.Columns;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface RunRowMapper {

    RunRowMapper MAPPER = Mappers.getMapper(RunRowMapper.class);

    @Mapping(source = "conversationId", target = "conversation")
    @Mapping(target = "begun", ignore = true)
    @Mapping(target = "completed", ignore = true)
    @Mapping(target = "cancelled", ignore = true)
    @Mapping(target = "interrupted", ignore = true)
    Run run(RunRow row);
}
