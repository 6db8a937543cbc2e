package dev.parley.persistence.attachment;

import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.persistence.shared.Columns;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class, nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS)
interface AttachmentRowMapper {

    AttachmentRowMapper MAPPER = Mappers.getMapper(AttachmentRowMapper.class);

    @Mapping(source = "ownerId", target = "owner")
    @Mapping(source = "mimeType", target = "type")
    @Mapping(source = ".", target = "content")
    @Mapping(source = "conversationId", target = "conversation")
    @Mapping(target = "ownedBy", ignore = true)
    @Mapping(target = "uploadingTo", ignore = true)
    @Mapping(target = "usedIn", ignore = true)
    Attachment attachment(AttachmentRow row);

    @Mapping(source = "owner", target = "ownerId")
    @Mapping(source = "type", target = "mimeType")
    @Mapping(source = "content.upload", target = "upload")
    @Mapping(source = "conversation", target = "conversationId")
    AttachmentRow row(Attachment attachment);

    default @Nullable ContentId content(AttachmentRow row) {
        return row.upload() == null ? null : new ContentId(attachmentId(row.id()), row.upload());
    }

    default AttachmentId attachmentId(String id) {
        return new AttachmentId(id);
    }

    default AttachmentName name(String name) {
        return new AttachmentName(name);
    }

    default MimeType type(String type) {
        return new MimeType(type);
    }

    default String column(AttachmentId id) {
        return id.value();
    }

    default String column(AttachmentName name) {
        return name.value();
    }

    default String column(MimeType type) {
        return type.value();
    }
}
