package dev.parley.web.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireSchemasTest {

    private final Map<String, io.swagger.v3.oas.models.media.Schema<?>> components = new HashMap<>();
    private final WireSchemas schemas = new WireSchemas(components::put);

    @Test
    void whatIsNotNullableIsRequired() {
        schemas.of(Named.class);

        assertThat(components)
                .hasEntrySatisfying(
                        "WireSchemasTestNamed",
                        schema -> assertThat(schema.getRequired()).containsExactlyInAnyOrder("id", "created_at"));
    }

    @Test
    void twoTypesMayNotHaveOneName() {
        schemas.of(Named.class);

        assertThatThrownBy(() -> schemas.of(NamedAlike.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WireSchemasTestNamed");
    }

    @Test
    void aRecordAmongSeveralHasToSayWhatItsTypeIs() {
        assertThatThrownBy(() -> schemas.of(OneOfSeveral.class)).isInstanceOf(IllegalStateException.class);
    }

    @Schema(name = "WireSchemasTestNamed")
    record Named(
            String id,
            @JsonProperty("created_at") String createdAt,
            @Nullable String note) {}

    @Schema(name = "WireSchemasTestNamed")
    record NamedAlike(String id) {}

    sealed interface OneOfSeveral {

        record WithoutValues(String type) implements OneOfSeveral {}
    }
}
