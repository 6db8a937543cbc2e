package dev.parley.persistence.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.Workflow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one form in which the settings of a client session are stored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsJson(Workflow workflow, ChatFeatures features) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    static String of(ClientSession session) {
        return JSON.writeValueAsString(new SettingsJson(session.workflow(), session.features()));
    }

    static SettingsJson read(@Nullable String json) {
        try {
            return JSON.readValue(json, SettingsJson.class);
        } catch (JacksonException e) {
            throw SystemFailure.internal("client_session.parse", e);
        }
    }
}
