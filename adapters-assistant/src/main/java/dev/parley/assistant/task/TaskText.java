package dev.parley.assistant.task;

import dev.parley.domain.shared.TextTemplate;

/** What users read of the task tools and in their widget. */
enum TaskText implements TextTemplate {
    ADDING_TASK("Adding a task…"),
    LOOKING_AT_TASKS("Looking at your tasks…"),
    CHANGING_TASK("Changing a task…"),
    MARKING_TASK("Marking a task…"),
    DELETING_TASK("Deleting a task…"),
    LOOKING_AT_TAGS("Looking at your tags…"),
    TASKS_SHOWN("{0} of {1} tasks"),
    HIGH_PRIORITY("high"),
    DELETE_TASK("Delete"),
    NO_TASKS_LEFT("No tasks are left here.");

    private final String english;

    TaskText(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
