package dev.parley.web.attachment;

import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.attachment.DeleteAttachment;
import dev.parley.application.attachment.ReceiveAttachment;
import dev.parley.application.attachment.UploadAttachment;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.shared.FieldError;
import dev.parley.web.attachment.FileForm.FormFile;
import dev.parley.web.http.Envelope;
import dev.parley.web.item.WireAttachment;
import dev.parley.web.item.WireAttachments;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Attachments: files that users send with messages. Uploads answer with the attachment alone, as ChatKit reads it. */
@RestController
@Tag(name = "attachments")
@RequestMapping(path = "/api/v1/attachments", produces = MediaType.APPLICATION_JSON_VALUE)
final class AttachmentController {

    private final ReceiveAttachment receiveAttachment;
    private final UploadAttachment uploadAttachment;
    private final DeleteAttachment deleteAttachment;
    private final FormUploads forms;
    private final AttachmentLimits limits;
    private final WireAttachments wire;

    AttachmentController(
            ReceiveAttachment receiveAttachment,
            UploadAttachment uploadAttachment,
            DeleteAttachment deleteAttachment,
            FormUploads forms,
            AttachmentLimits limits,
            WireAttachments wire) {
        this.receiveAttachment = receiveAttachment;
        this.uploadAttachment = uploadAttachment;
        this.deleteAttachment = deleteAttachment;
        this.forms = forms;
        this.limits = limits;
        this.wire = wire;
    }

    @PostMapping
    @Operation(operationId = "receiveAttachment", summary = "Add an attachment with its content")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(type = "object", requiredProperties = "file"),
                            schemaProperties =
                                    @SchemaProperty(
                                            name = "file",
                                            schema = @Schema(type = "string", format = "binary"))))
    @Errors(
            field = FieldError.INVALID_REQUEST,
            attachment = {
                AttachmentError.ATTACHMENT_TOO_LARGE,
                AttachmentError.ATTACHMENT_TYPE_MISMATCH,
                AttachmentError.ATTACHMENT_QUOTA
            },
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    WireAttachment receive(AccountId caller, HttpServletRequest request) {
        return forms.upload(caller, () -> received(caller, request));
    }

    private WireAttachment received(AccountId caller, HttpServletRequest request) {
        return new UploadBody(request, limits).receive(bytes -> {
            FormFile file = FileForm.file(request, bytes);
            try (TemporaryFile kept = TemporaryFile.of(file.content(), limits.fileBytes())) {
                file.checkRest();
                return wire.of(
                        receiveAttachment.receive(caller, file.name(), file.type(), kept.size(), kept.content()));
            }
        });
    }

    @PutMapping("/{attachment_id}")
    @Operation(
            operationId = "uploadAttachment",
            summary = "Upload the content of an attachment that was created, once; a signed address needs no token")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @Errors(
            field = FieldError.INVALID_REQUEST,
            attachment = {
                AttachmentError.ATTACHMENT_SIZE_MISMATCH,
                AttachmentError.ATTACHMENT_TYPE_MISMATCH,
                AttachmentError.ATTACHMENT_NOT_FOUND,
                AttachmentError.ATTACHMENT_ALREADY_UPLOADED,
                AttachmentError.UPLOAD_SUPERSEDED
            },
            request = {RequestError.INVALID_SIGNATURE, RequestError.REQUEST_TOO_LARGE})
    WireAttachment upload(
            AttachmentAccess access,
            @Schema(pattern = Forms.ATTACHMENT_ID) @PathVariable("attachment_id") String id,
            HttpServletRequest request) {
        UploadBody body = new UploadBody(request, limits);
        return body.receive(
                bytes -> wire.of(uploadAttachment.upload(access, AttachmentId.of(id), body.claimedType(), bytes)));
    }

    @DeleteMapping("/{attachment_id}")
    @Operation(
            operationId = "deleteAttachment",
            summary = "Delete an attachment; a message that has it keeps its name and type alone")
    @Errors(attachment = AttachmentError.ATTACHMENT_NOT_FOUND)
    Envelope<DeletedAttachmentResponse> delete(
            AccountId caller, @Schema(pattern = Forms.ATTACHMENT_ID) @PathVariable("attachment_id") String id) {
        deleteAttachment.delete(caller, AttachmentId.of(id));
        return Envelope.of(new DeletedAttachmentResponse(true, id));
    }
}
