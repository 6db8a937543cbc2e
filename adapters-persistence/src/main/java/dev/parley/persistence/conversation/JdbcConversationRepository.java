package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.ConversationRowMapper.MAPPER;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import dev.parley.persistence.shared.ExpiredRows;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Conversations in PostgreSQL, with one statement a method wherever one is enough. */
@Component
final class JdbcConversationRepository implements ConversationRepository {

    private static final ExpiredRows DELETED =
            new ExpiredRows("deleted.forget", "deleted_conversation", "owner_id, id", "deleted_at");

    private static final String APPEND = """
            with changed as (
                update conversation
                set title = :title, placeholder_title = :placeholder, status = :status,
                    status_reason = :reason, image_domains = :domains,
                    message_count = :messages, last_sequence = :last, last_waiting = :waiting, updated_at = :updated
                where id = :id
                returning id)
            insert into item (conversation_id, sequence, id, type, payload, created_at)
            select id, :sequence, :item, :type, cast(:payload as json), :created from changed""";

    private final SqlSteps statements;
    private final AccountRepository accounts;
    private final SessionList sessionList;
    private final ThreadItems items;
    private final ItemPages itemPages;

    JdbcConversationRepository(SqlSteps statements, AccountRepository accounts) {
        this.statements = statements;
        this.accounts = accounts;
        this.sessionList = new SessionList(statements);
        this.items = new ThreadItems(statements);
        this.itemPages = new ItemPages(statements);
    }

    @Override
    public void add(Conversation conversation, int maximumPerOwner) {
        if (insert(conversation, maximumPerOwner)) {
            return;
        }
        accounts.addIfAbsent(new Account(conversation.owner(), null, conversation.createdAt()));
        if (!insert(conversation, maximumPerOwner)) {
            throw new Failure(ConversationError.SESSION_LIMIT, maximumPerOwner);
        }
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return statements.rows(
                "session.read",
                rows -> Optional.ofNullable(rows.findById(id.value(), ConversationRow.class))
                        .map(MAPPER::conversation));
    }

    @Override
    public Optional<Conversation> lock(ConversationId id) {
        return statements.step(
                "session.lock",
                jdbc -> jdbc.sql("select %s from conversation where id = :id for no key update"
                                .formatted(ConversationRow.COLUMNS))
                        .param("id", id.value())
                        .query(ConversationRow::of)
                        .optional()
                        .map(MAPPER::conversation));
    }

    @Override
    public void save(Conversation conversation) {
        statements.rows("session.update", rows -> rows.update(MAPPER.row(conversation)));
    }

    @Override
    public void append(Conversation.Appended appended) {
        Conversation conversation = appended.conversation();
        ItemRow row = ItemJson.row(appended.item());
        statements.step(
                "item.append",
                jdbc -> changed(jdbc.sql(APPEND), conversation)
                        .param("sequence", row.sequence())
                        .param("item", row.id())
                        .param("type", row.type())
                        .param("payload", row.payload())
                        .param("created", Times.parameter(row.createdAt()))
                        .update());
    }

    @Override
    public void save(ConversationId id, Item item) {
        items.save(id, item);
    }

    @Override
    public Optional<Item> findItem(ConversationId id, ItemId item) {
        return items.find(id, item);
    }

    @Override
    public boolean deleteItem(ConversationId id, ItemId item) {
        return items.delete(id, item);
    }

    @Override
    public int deleteItemsBehind(ConversationId id, long sequence) {
        return items.deleteBehind(id, sequence);
    }

    @Override
    public List<ItemId> pendingToolCalls(ConversationId id) {
        return items.pendingToolCalls(id);
    }

    @Override
    public Optional<UserMessage> latestUserMessage(ConversationId id) {
        return items.latestUserMessage(id);
    }

    @Override
    public Page<Item> visibleItems(ConversationId id, PageOrder order, PageLimit limit, @Nullable ItemId after) {
        return itemPages.page(id, order, limit, after);
    }

    @Override
    public List<Item> items(ConversationId id) {
        return items.all(id);
    }

    @Override
    public List<Item> latestItems(ConversationId id, long last, PageLimit limit) {
        return items.latest(id, last, limit);
    }

    @Override
    public Page<Conversation> list(AccountId owner, PageOrder order, PageRequest<ConversationId> request) {
        return sessionList.page(owner, order, request);
    }

    /**
     * Attachments are deleted here and not by the cascade, which would not tell what they counted. None can be added
     * meanwhile, for who gives one to a message has locked the conversation.
     */
    @Override
    public void delete(Conversation conversation) {
        statements.step(
                "session.delete",
                jdbc -> jdbc.sql("""
                        with attached as (delete from attachment where conversation_id = :id returning size),
                        deleted as (delete from conversation where id = :id returning owner_id, id, updated_at),
                        kept as (
                            insert into deleted_conversation (owner_id, id, updated_at)
                            select owner_id, id, updated_at from deleted
                            on conflict (owner_id, id)
                                do update set updated_at = excluded.updated_at, deleted_at = excluded.deleted_at)
                        update account
                        set session_count = session_count - 1,
                            attachment_bytes = attachment_bytes - (select coalesce(sum(size), 0) from attached)
                        where id in (select owner_id from deleted)""").param("id", conversation.id().value()).update());
    }

    @Override
    public int forgetDeleted(Duration age, int maximum) {
        return Math.max(DELETED.remove(statements, age, maximum), ThreadItems.DELETED.remove(statements, age, maximum));
    }

    /** The update of the counter locks the owner's row, so that it and the insert are one decision. */
    private boolean insert(Conversation conversation, int maximum) {
        return statements.step(
                        "session.insert",
                        jdbc -> changed(jdbc.sql("""
                                with slot as (
                                    update account set session_count = session_count + 1
                                    where id = :owner and session_count < :maximum
                                    returning id)
                                insert into conversation
                                    (id, owner_id, title, placeholder_title, status, status_reason, image_domains,
                                     message_count, last_sequence, created_at, updated_at)
                                select :id, id, :title, :placeholder, :status, :reason, :domains,
                                       :messages, :last, :created, :updated
                                from slot"""), conversation)
                                .param("owner", conversation.owner().value())
                                .param("maximum", maximum)
                                .param("created", Times.parameter(conversation.createdAt()))
                                .update())
                == 1;
    }

    /** The parameters of all that may change in a conversation, and its id. */
    private static StatementSpec changed(StatementSpec statement, Conversation conversation) {
        ConversationRow row = MAPPER.row(conversation);
        return statement
                .param("id", row.id())
                .param("title", row.title())
                .param("placeholder", row.placeholderTitle(), Types.VARCHAR)
                .param("status", row.status())
                .param("reason", row.statusReason())
                .param("domains", texts(row.imageDomains()), Types.ARRAY)
                .param("messages", row.messageCount())
                .param("last", row.lastSequence())
                .param("waiting", row.lastWaiting())
                .param("updated", Times.parameter(row.updatedAt()));
    }

    private static @Nullable SqlArrayValue texts(@Nullable List<String> values) {
        return values == null ? null : new SqlArrayValue("text", values.toArray());
    }
}
