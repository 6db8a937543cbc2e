package dev.parley.bootstrap.settings;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolText;
import dev.parley.assistant.schema.ToolDefinitionCheck;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A tool of ChatKit clients.
 *
 * @param name what the model calls it; null for its name among the settings, which cannot be any
 * @param description what it does, for the model
 * @param schema the JSON schema of its arguments, or a file that holds it
 */
record ClientToolSetting(
        @Nullable String name,
        @DefaultValue("") String description,
        @DefaultValue("") String schema) {

    ClientToolSetting {
        name = Setting.blankToNull(name);
        description = description.strip();
        schema = schema.strip();
    }

    boolean isEmpty() {
        return name == null && description.isEmpty() && schema.isEmpty();
    }

    String nameOr(String key) {
        return name == null ? key : name;
    }

    ToolDefinition definition(String named) {
        return new ToolDefinition(named, description, schemaText(named), ToolText.ASKING_CLIENT.text());
    }

    /**
     * Checks what is set for a tool.
     *
     * @throws InvalidConfigurationException naming the setting that is wrong
     */
    void check(String key) {
        if (description.isEmpty()) {
            throw new InvalidConfigurationException("Set " + ClientToolSettings.named(key, "description")
                    + ": without it the model cannot know what the tool does.");
        }
        new ToolDefinitionCheck(Secrets.NONE).schemaProblem(schemaText(key)).ifPresent(problem -> {
            throw new InvalidConfigurationException(ClientToolSettings.named(key, "schema")
                    + " must be a JSON schema, which is an object, or a file that holds one, but " + problem + ".");
        });
    }

    private String schemaText(String key) {
        if (schema.isEmpty()) {
            return "{\"type\":\"object\"}";
        }
        if (schema.startsWith("{")) {
            return schema;
        }
        try {
            return Files.readString(Path.of(schema));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidConfigurationException(
                    ClientToolSettings.named(key, "schema")
                            + " must hold a JSON schema or name a file that holds one and can be read, but is \""
                            + schema + "\".",
                    e);
        }
    }
}
