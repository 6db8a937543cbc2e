package dev.parley.benchmarks;

/**
 * What Parley's repositories send for a request, as scripts of pgbench and in as many round trips: the driver sends BEGIN
 * together with the first statement.
 */
final class Statements {

    /** A session's creation. Ids are of version 7, as Parley's, which go to the end of the index. */
    static final String CREATE = """
            \\set creator random(%d, %d)
            \\startpipeline
            begin;
            with slot as (
                update account set session_count = session_count + 1
                where id = ('00000000-0000-7000-8000-' || lpad(to_hex(cast(:creator as bigint)), 12, '0'))::uuid
                    and session_count < 1000000
                returning id)
            insert into conversation (id, owner_id, title, message_count, last_sequence, created_at, updated_at)
            select uuidv7(), id, 'New Chat', 0, 0, now(), now() from slot;
            \\endpipeline
            commit;
            """.formatted(Database.FIRST_CREATOR, Database.FIRST_CREATOR + Database.CREATORS - 1);

    /** The read of a conversation and its items. */
    static final String HISTORY = """
            \\startpipeline
            begin read only;
            select id, owner_id, title, message_count, last_sequence, created_at, updated_at
            from conversation where id = '%1$s';
            \\endpipeline
            select sequence, id, type, payload, created_at from item where conversation_id = '%1$s' order by sequence;
            commit;
            """.formatted(Database.HISTORY);

    private Statements() {}
}
