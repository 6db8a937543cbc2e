package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingWordsTest {

    @ParameterizedTest
    @CsvSource({
        "list my tasks, , , ",
        "list tasks, , , ",
        "show me all the tasks, , , ",
        "what tasks do I have?, , , ",
        "tasks, , , ",
        "list my pending tasks, pending, , ",
        "Please show my open to-dos!, pending, , ",
        "which tasks are not done?, pending, , ",
        "list completed tasks, completed, , ",
        "list high priority tasks, , high, ",
        "show all my low-priority todos, , low, ",
        "list my #home tasks, , , home",
        "list my pending high priority #at-home tasks, pending, high, at-home",
        "show tasks tagged home, , , home",
        "show pending tasks tagged with #home, pending, , home",
        "list tasks with the tag 'home office', , , home office",
        "find tasks tagged home, , , home",
        "What do I have to do?, pending, , ",
        "what's on my list?, pending, , ",
        "what should i do next, pending, , "
    })
    void listsTasks(String message, String status, String priority, String tag) {
        assertThat(Intents.of(message, Language.ENGLISH))
                .isEqualTo(new Show(new TaskFilter(
                        Optional.ofNullable(status), Optional.ofNullable(priority), Optional.ofNullable(tag))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list tags", "Which tags do I have?", "show me all my tags, please", "what are my tags", "tags"})
    void listsTags(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new ShowTags());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search milk",
                "search for milk",
                "Search my tasks for \"milk\".",
                "find milk",
                "find tasks about milk",
                "can you look for milk?"
            })
    void searches(String message) {
        assertThat(Intents.of(message, Language.ENGLISH)).isEqualTo(new Search("milk"));
    }
}
