package dev.parley.assistant.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.parley.application.shared.Secrets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The schemas that were used last, compiled once. */
final class CompiledSchemas {

    private static final int MAXIMUM = 512;

    private final SchemaRegistryConfig config;

    private final Map<String, Schema> compiled = Collections.synchronizedMap(new LeastRecentlyUsed());

    CompiledSchemas(Secrets secrets) {
        this.config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(new LinearPatterns(secrets))
                .build();
    }

    Schema of(String schema) {
        Schema known = compiled.get(schema);
        return known == null ? compile(schema) : known;
    }

    private Schema compile(String schema) {
        Schema fresh = registry().getSchema(schema);
        compiled.put(schema, fresh);
        return fresh;
    }

    /** Each schema has a registry of its own: it sees no other's, and nothing is ever fetched or read for it. */
    private SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(config)
                        .schemaLoader(
                                loader -> loader.fetchRemoteResources(false).block(anything -> true)));
    }

    private static final class LeastRecentlyUsed extends LinkedHashMap<String, Schema> {

        LeastRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schema> eldest) {
            return size() > MAXIMUM;
        }
    }
}
