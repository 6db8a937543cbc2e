package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A session is gone. */
record DeletedResponse(
        boolean deleted, @JsonProperty("session_id") String sessionId) {}
