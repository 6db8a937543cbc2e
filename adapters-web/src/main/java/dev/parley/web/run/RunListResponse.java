package dev.parley.web.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A page of runs, newest first. */
record RunListResponse(
        boolean success,
        List<RunResponse> data,
        @JsonProperty("has_more") boolean hasMore) {}
