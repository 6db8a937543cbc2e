package dev.parley.web.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An attachment is gone. */
record DeletedAttachmentResponse(
        boolean deleted, @JsonProperty("attachment_id") String attachmentId) {}
