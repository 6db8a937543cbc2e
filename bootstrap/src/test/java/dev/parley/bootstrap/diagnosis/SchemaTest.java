package dev.parley.bootstrap.diagnosis;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final Path FILE = Path.of("src/main/resources/dev/parley/bootstrap/diagnosis/schema.txt");

    private static final String WRITE = "./mvnw -Pquick -pl bootstrap -am -Dtest=SchemaTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dschema.write=true test";

    @Test
    void theExpectedSchemaIsWhatTheMigrationsMake() throws SQLException, IOException {
        String migrated = migrated();
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(FILE, migrated);
        }

        assertThat(Files.readString(FILE))
                .as("the schema of a migrated database; write it anew with: %s", WRITE)
                .isEqualTo(migrated);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(lines(Schema.expected())).isEqualTo(Files.readString(FILE));
    }

    private static String migrated() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.dataSource().getConnection()) {
            return lines(Schema.of(connection));
        }
    }

    private static String lines(Schema schema) {
        return schema.parts().stream().map(part -> part + "\n").collect(joining());
    }
}
