package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What operations on files and recordings need. */
final class FileParams {

    private FileParams() {}

    /** Of {@code attachments.create}. */
    record Create(
            @Nullable String name,
            @Nullable Long size,
            @JsonProperty("mime_type") @Nullable String mimeType) implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.CreateFile(
                    AttachmentName.of(Params.required("name", name)),
                    type(Params.required("mime_type", mimeType)),
                    Params.required("size", size));
        }

        /** Browsers do not know the type of many files, and say so with an empty text. */
        private static MimeType type(String given) {
            return given.isEmpty() ? MimeType.OCTETS : MimeType.of(given);
        }
    }

    /** Of {@code attachments.delete}. */
    record Delete(@JsonProperty("attachment_id") @Nullable String attachmentId) implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.DeleteFile(AttachmentId.of(Params.required("attachment_id", attachmentId)));
        }
    }

    /** Of {@code input.transcribe}. */
    record Transcribe(
            @JsonProperty("audio_base64") @JsonDeserialize(using = Base64Audio.class) @Nullable Bytes audio,

            @JsonProperty("mime_type") @Nullable String mimeType)
            implements OperationParams {

        @Override
        public Operation operation() {
            return new JsonOperation.Transcribe(
                    new Recording(Params.required("audio_base64", audio), Params.required("mime_type", mimeType)));
        }

        @Override
        public String toString() {
            return "Transcribe[mimeType=" + mimeType + "]";
        }
    }
}
