package dev.parley.web.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A task is gone. */
record DeletedTaskResponse(
        boolean deleted, @JsonProperty("task_id") String taskId) {}
