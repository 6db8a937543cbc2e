package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.persistence.shared.Columns;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Feedback in PostgreSQL. */
@Component
final class JdbcFeedbackRepository implements FeedbackRepository {

    static final String FIRST_PART = """
            select conversation_id, item_id, account_id, rating, at from feedback
            order by conversation_id, item_id, account_id limit :maximum""";

    static final String LATER_PART = """
            select conversation_id, item_id, account_id, rating, at from feedback
            where (conversation_id, item_id, account_id) > (:conversation, :item, :account)
            order by conversation_id, item_id, account_id limit :maximum""";

    private final SqlSteps statements;

    JdbcFeedbackRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void save(List<Feedback> feedback) {
        feedback.forEach(this::save);
    }

    @Override
    public List<Feedback> of(ConversationId conversation) {
        return statements.step(
                "feedback.read",
                jdbc -> jdbc.sql("""
                        select feedback.conversation_id, item_id, account_id, rating, at
                        from feedback join item on item.conversation_id = feedback.conversation_id and item.id = item_id
                        where feedback.conversation_id = :id order by sequence, account_id""")
                        .param("id", conversation.value())
                        .query(FeedbackRow::feedback)
                        .list());
    }

    @Override
    public List<Feedback> after(@Nullable Feedback after, int maximum) {
        return statements.step("feedback.read", jdbc -> {
            StatementSpec statement =
                    jdbc.sql(after == null ? FIRST_PART : LATER_PART).param("maximum", maximum);
            return (after == null ? statement : key(statement, after))
                    .query(FeedbackRow::feedback)
                    .list();
        });
    }

    private static StatementSpec key(StatementSpec statement, Feedback feedback) {
        return statement
                .param("conversation", feedback.conversation().value())
                .param("item", feedback.item().value())
                .param("account", feedback.user().value());
    }

    private void save(Feedback feedback) {
        statements.step(
                "feedback.save",
                jdbc -> key(jdbc.sql("""
                        insert into feedback (conversation_id, item_id, account_id, rating, at)
                        values (:conversation, :item, :account, :rating, :at)
                        on conflict (conversation_id, item_id, account_id)
                        do update set rating = excluded.rating, at = excluded.at"""), feedback)
                        .param("rating", Columns.column(feedback.rating()))
                        .param("at", Times.parameter(feedback.at()))
                        .update());
    }
}
