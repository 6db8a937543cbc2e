package dev.parley.persistence.run;

import dev.parley.domain.run.Run;
import dev.parley.domain.run.TurnEnd;
import dev.parley.persistence.shared.Columns;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface RunRowMapper {

    RunRowMapper MAPPER = Mappers.getMapper(RunRowMapper.class);

    @Mapping(source = "conversationId", target = "conversation")
    @Mapping(target = "begun", ignore = true)
    @Mapping(target = "cancelled", ignore = true)
    @Mapping(target = "interrupted", ignore = true)
    @Mapping(source = "turnEnd", target = "turnEnd", qualifiedByName = "turnEnd")
    Run run(RunRow row);

    @Named("turnEnd")
    default @Nullable TurnEnd turnEnd(@Nullable String column) {
        return column == null ? null : Columns.constant(column, TurnEnd.class);
    }
}
