package dev.parley.assistant.task;

import dev.parley.application.tool.ToolDefinition;

/** The definitions of the tools. Their descriptions name lengths, their schemas do not: what is too long, the domain refuses. */
final class TaskDefinitions {

    static final ToolDefinition ADD = new ToolDefinition(
            "add_task", "Adds a task to the user's list and returns it with its id.", """
            {
              "type": "object",
              "properties": {
                "title": {"type": "string", "description": "What is to be done, 1 to 200 characters"},
                "description": {"type": "string", "description": "More about it, at most 1000 characters"},
                "priority": {"enum": ["high", "medium", "low"], "description": "medium where the user says nothing"},
                "tags": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "At most 10 tags of at most 50 characters, without #"
                }
              },
              "required": ["title"],
              "additionalProperties": false
            }""", TaskText.ADDING_TASK.text());

    static final ToolDefinition LIST = new ToolDefinition(
            "list_tasks",
            "Lists the user's tasks, filtered and sorted, and tells how many there are in all that pass the filter. Use it "
                    + "to find a task's id.",
            """
            {
              "type": "object",
              "properties": {
                "status": {"enum": ["all", "pending", "completed"], "description": "all where it is not given"},
                "priority": {"enum": ["high", "medium", "low"]},
                "tag": {"type": "string", "description": "A whole tag, in any case"},
                "search": {"type": "string", "description": "Text in title or description, in any case"},
                "sort": {
                  "enum": ["created", "updated", "title", "priority"],
                  "description": "created where it is not given"
                },
                "order": {
                  "enum": ["asc", "desc"],
                  "description": "Where it is not given, titles ascend and all else descends"
                },
                "limit": {"type": "integer", "minimum": 1, "maximum": 100, "description": "50 where it is not given"},
                "show": {
                  "type": "boolean",
                  "description": "Whether the user sees the list, true where it is not given; false to look up an id"
                }
              },
              "additionalProperties": false
            }""",
            TaskText.LOOKING_AT_TASKS.text());

    static final ToolDefinition UPDATE = new ToolDefinition(
            "update_task",
            "Changes a task's title, description, priority or tags. What is not given stays as it is.",
            """
            {
              "type": "object",
              "properties": {
                "task_id": {"type": "string", "description": "The task's id"},
                "title": {"type": "string", "description": "1 to 200 characters"},
                "description": {"type": "string", "description": "At most 1000 characters; empty for none"},
                "priority": {"enum": ["high", "medium", "low"]},
                "tags": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "All tags that the task is to have: at most 10 of at most 50 characters, without #"
                }
              },
              "required": ["task_id"],
              "minProperties": 2,
              "additionalProperties": false
            }""",
            TaskText.CHANGING_TASK.text());

    static final ToolDefinition COMPLETE = new ToolDefinition(
            "complete_task", "Marks a task as completed, or as pending again.", """
            {
              "type": "object",
              "properties": {
                "task_id": {"type": "string", "description": "The task's id"},
                "completed": {"type": "boolean", "description": "true where it is not given"}
              },
              "required": ["task_id"],
              "additionalProperties": false
            }""", TaskText.MARKING_TASK.text());

    static final ToolDefinition DELETE =
            new ToolDefinition("delete_task", "Deletes a task for good.", """
            {
              "type": "object",
              "properties": {
                "task_id": {"type": "string", "description": "The task's id"}
              },
              "required": ["task_id"],
              "additionalProperties": false
            }""", TaskText.DELETING_TASK.text());

    static final ToolDefinition TAGS = new ToolDefinition(
            "list_tags",
            "Lists the tags of the user's tasks with the number of tasks that have them.",
            """
            {
              "type": "object",
              "properties": {},
              "additionalProperties": false
            }""",
            TaskText.LOOKING_AT_TAGS.text());

    private TaskDefinitions() {}
}
