package dev.parley.persistence.attachment;

import static dev.parley.persistence.attachment.AttachmentRowMapper.MAPPER;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentPreview;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Attachments in PostgreSQL. */
@Component
final class JdbcAttachmentRepository implements AttachmentRepository {

    /** Reads the index of those that no message has, in its order. */
    static final String UNUSED = "select " + AttachmentRow.COLUMNS + """
             from attachment where conversation_id is null and created_at < :before
            order by created_at limit :maximum""";

    private final SqlSteps statements;
    private final AccountRepository accounts;

    JdbcAttachmentRepository(SqlSteps statements, AccountRepository accounts) {
        this.statements = statements;
        this.accounts = accounts;
    }

    @Override
    public void add(Attachment attachment, long maximumBytesPerOwner) {
        if (insert(attachment, maximumBytesPerOwner)) {
            return;
        }
        accounts.addIfAbsent(new Account(attachment.owner(), null, attachment.createdAt()));
        if (!insert(attachment, maximumBytesPerOwner)) {
            throw new Failure(AttachmentError.ATTACHMENT_QUOTA, maximumBytesPerOwner);
        }
    }

    @Override
    public Optional<Attachment> find(AttachmentId id) {
        return one("attachment.read", "", id);
    }

    @Override
    public Optional<Attachment> lock(AttachmentId id) {
        return one("attachment.lock", " for update", id);
    }

    @Override
    public void save(Attachment attachment) {
        statements.rows("attachment.update", rows -> rows.update(MAPPER.row(attachment)));
    }

    @Override
    public List<Attachment> claim(AccountId owner, List<AttachmentId> ids, ConversationId conversation) {
        Map<AttachmentId, Attachment> locked = locked(ids);
        List<Attachment> claimed = ids.stream()
                .map(id -> Optional.ofNullable(locked.get(id))
                        .orElseThrow(() -> new Failure(AttachmentError.ATTACHMENT_NOT_FOUND)))
                .map(attachment -> attachment.ownedBy(owner).usedIn(conversation))
                .toList();
        statements.step(
                "attachment.claim",
                jdbc -> jdbc.sql("update attachment set conversation_id = :conversation where id = any (:ids)")
                        .param("conversation", conversation.value())
                        .param("ids", texts(ids))
                        .update());
        return claimed;
    }

    @Override
    public Optional<AttachmentPreview> findPreview(AttachmentId id) {
        return statements.step(
                "attachment.preview.read",
                jdbc -> jdbc.sql("select mime_type, bytes from attachment_preview where attachment_id = :id")
                        .param("id", id.value())
                        .query(JdbcAttachmentRepository::preview)
                        .optional());
    }

    /** The lock makes a deletion wait, so that what is added refers to something. */
    @Override
    public void addPreview(AttachmentId id, AttachmentPreview preview) {
        AttachmentPreview.Image image = preview.image();
        statements.step(
                "attachment.preview.insert",
                jdbc -> jdbc.sql("""
                        insert into attachment_preview (attachment_id, mime_type, bytes)
                        select id, :type, :bytes from attachment where id = :id for key share
                        on conflict do nothing""")
                        .param("id", id.value())
                        .param("type", image == null ? null : image.mimeType(), Types.VARCHAR)
                        .param("bytes", image == null ? null : image.bytes(), Types.BINARY)
                        .update());
    }

    @Override
    public void delete(Attachment attachment) {
        statements.step(
                "attachment.delete",
                jdbc -> jdbc.sql("""
                        with deleted as (delete from attachment where id = :id returning owner_id, size)
                        update account set attachment_bytes = attachment_bytes - deleted.size
                        from deleted where account.id = deleted.owner_id""").param("id", attachment.id().value()).update());
    }

    @Override
    public List<ContentId> contentsIn(ConversationId conversation) {
        return statements.step(
                "attachment.read",
                jdbc -> jdbc.sql("select id, upload from attachment where conversation_id = :conversation")
                        .param("conversation", conversation.value())
                        .query((row, number) ->
                                new ContentId(new AttachmentId(row.getString("id")), row.getString("upload")))
                        .list());
    }

    @Override
    public List<Attachment> unused(Instant before, int maximum) {
        return statements.step(
                "attachment.unused",
                jdbc -> jdbc.sql(UNUSED)
                        .param("before", Times.parameter(before))
                        .param("maximum", maximum)
                        .query(AttachmentRow::attachment)
                        .list());
    }

    @Override
    public Set<ContentId> known(Set<ContentId> contents) {
        List<AttachmentId> ids =
                contents.stream().map(ContentId::attachment).distinct().toList();
        return all("attachment.read", "", ids).stream()
                .map(Attachment::content)
                .filter(contents::contains)
                .collect(Collectors.toSet());
    }

    /** In the order of their ids, so that two claims of the same attachments do not wait for each other. */
    private Map<AttachmentId, Attachment> locked(List<AttachmentId> ids) {
        return all("attachment.lock", " order by id for update", ids).stream()
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
    }

    private List<Attachment> all(String step, String rest, List<AttachmentId> ids) {
        return statements.step(
                step,
                jdbc -> jdbc.sql("select " + AttachmentRow.COLUMNS + " from attachment where id = any (:ids)" + rest)
                        .param("ids", texts(ids))
                        .query(AttachmentRow::attachment)
                        .list());
    }

    private Optional<Attachment> one(String step, String lock, AttachmentId id) {
        return statements.step(
                step,
                jdbc -> jdbc.sql("select " + AttachmentRow.COLUMNS + " from attachment where id = :id" + lock)
                        .param("id", id.value())
                        .query(AttachmentRow::attachment)
                        .optional());
    }

    /** The update of the counter locks the owner's row, so that it and the insert are one decision. */
    private boolean insert(Attachment attachment, long maximum) {
        return statements.step(
                        "attachment.insert",
                        jdbc -> jdbc.sql("""
                                with room as (
                                    update account set attachment_bytes = attachment_bytes + :size
                                    where id = :owner and attachment_bytes <= :maximum - :size
                                    returning id)
                                insert into attachment (id, owner_id, name, mime_type, size, created_at)
                                select :id, id, :name, :type, :size, :created from room""")
                                .param("owner", attachment.owner().value())
                                .param("maximum", maximum)
                                .param("id", attachment.id().value())
                                .param("name", attachment.name().value())
                                .param("type", attachment.type().value())
                                .param("size", attachment.size())
                                .param("created", Times.parameter(attachment.createdAt()))
                                .update())
                == 1;
    }

    private static AttachmentPreview preview(ResultSet row, int number) throws SQLException {
        String type = row.getString("mime_type");
        return new AttachmentPreview(type == null ? null : new AttachmentPreview.Image(type, row.getBytes("bytes")));
    }

    private static SqlArrayValue texts(List<AttachmentId> ids) {
        return new SqlArrayValue("text", ids.stream().map(AttachmentId::value).toArray());
    }
}
