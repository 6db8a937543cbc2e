package dev.parley.persistence.run;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Text;
import dev.parley.persistence.conversation.StoredJson;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;
import tools.jackson.core.JacksonException;

@Mapper
interface RunOptionsRowMapper {

    RunOptionsRowMapper MAPPER = Mappers.getMapper(RunOptionsRowMapper.class);

    RunOptionsRow row(RunOptions options);

    RunOptions options(RunOptionsRow row);

    default String json(Requester requester) {
        return Text.madeStorable(StoredJson.MAPPER.writeValueAsString(requester));
    }

    default Requester requester(@Nullable String json) {
        try {
            return json == null ? Requester.UNKNOWN : StoredJson.MAPPER.readValue(json, Requester.class);
        } catch (JacksonException e) {
            throw SystemFailure.internal("run.parse", e);
        }
    }
}
