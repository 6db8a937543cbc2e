package dev.parley.web.attachment;

import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.attachment.OpenAttachment.Opened;
import dev.parley.application.attachment.PreviewAttachment;
import dev.parley.application.attachment.PreviewAttachment.Preview;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What attachments hold, whole or in small. */
@RestController
@Tag(name = "attachments")
final class AttachmentContentController {

    private final OpenAttachment openAttachment;
    private final PreviewAttachment previewAttachment;
    private final ContentAnswer answer;

    AttachmentContentController(
            OpenAttachment openAttachment, PreviewAttachment previewAttachment, ContentAnswer answer) {
        this.openAttachment = openAttachment;
        this.previewAttachment = previewAttachment;
        this.answer = answer;
    }

    @GetMapping("/api/v1/attachments/{attachment_id}")
    @Operation(
            operationId = "downloadAttachment",
            summary = "Download an attachment's content; a signed address needs no token")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.ALL_VALUE, schema = @Schema(type = "string", format = "binary")))
    @Errors(
            attachment = {AttachmentError.ATTACHMENT_NOT_FOUND, AttachmentError.ATTACHMENT_NOT_UPLOADED},
            request = RequestError.INVALID_SIGNATURE)
    void download(
            AttachmentAccess access,
            @Schema(pattern = Forms.ATTACHMENT_ID) @PathVariable("attachment_id") String id,
            HttpServletResponse response)
            throws IOException {
        try (Opened opened = openAttachment.open(access, AttachmentId.of(id))) {
            answer.write(opened, response);
        }
    }

    @GetMapping("/api/v1/attachments/{attachment_id}/preview")
    @Operation(
            operationId = "previewAttachment",
            summary = "Show an attached image in small; a signed address needs no token")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.IMAGE_GIF_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @Errors(
            attachment = {
                AttachmentError.ATTACHMENT_NOT_FOUND,
                AttachmentError.NO_PREVIEW,
                AttachmentError.ATTACHMENT_NOT_UPLOADED
            },
            request = RequestError.INVALID_SIGNATURE)
    void preview(
            AttachmentAccess access,
            @Schema(pattern = Forms.ATTACHMENT_ID) @PathVariable("attachment_id") String id,
            HttpServletResponse response)
            throws IOException {
        try (Preview preview = previewAttachment.preview(access, AttachmentId.of(id))) {
            answer.write(preview, response);
        }
    }
}
