-- Bytes of an account's items and keyed outcomes. Triggers count, so that a node of an earlier version counts too, and that
-- a cascade is counted. Null until it is needed for the first time: then everything that is there is added up, once. An
-- update leaves null as it is, but waits for whoever adds up, and the other way round; so nothing is missed or counted twice.
--
-- Each of the migrations that count locks one table only: nodes of an earlier version lock several in orders of their own.
alter table account add column stored_bytes bigint null;

-- Items, in the statement that adds, changes or deletes them. With their conversation its trigger counts them.
create function count_items() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update account set stored_bytes = stored_bytes + change.bytes
        from (select owner_id, sum(octet_length(payload::text)) as bytes
              from added join conversation on conversation.id = conversation_id
              group by owner_id) as change
        where account.id = change.owner_id;
    elsif tg_op = 'UPDATE' then
        update account set stored_bytes = stored_bytes + change.bytes
        from (select owner_id, sum(bytes) as bytes
              from (select conversation_id, octet_length(payload::text) as bytes from added
                    union all
                    select conversation_id, -octet_length(payload::text) from removed) as changed
              join conversation on conversation.id = conversation_id
              group by owner_id) as change
        where account.id = change.owner_id and change.bytes <> 0;
    else
        update account set stored_bytes = stored_bytes - change.bytes
        from (select owner_id, sum(octet_length(payload::text)) as bytes
              from removed join conversation on conversation.id = conversation_id
              group by owner_id) as change
        where account.id = change.owner_id;
    end if;
    return null;
end $$;

-- A conversation takes its items along.
create function delete_items_of_conversation() returns trigger language plpgsql as $$
begin
    with removed as (delete from item where conversation_id = old.id returning octet_length(payload::text) as bytes)
    update account set stored_bytes = stored_bytes - (select coalesce(sum(bytes), 0) from removed)
    where id = old.owner_id;
    return null;
end $$;

-- Outcomes of requests with a key. Those of many accounts are removed at a time, which then are locked in one order.
create function count_outcomes() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update account
        set stored_bytes = stored_bytes + change.bytes
        from (select account_id, sum(octet_length(key) + octet_length(fingerprint) + octet_length(outcome)) as bytes
              from added group by account_id) as change
        where account.id = change.account_id;
    else
        perform 1 from account where id in (select account_id from removed) order by id for no key update;
        update account
        set stored_bytes = stored_bytes - change.bytes
        from (select account_id, sum(octet_length(key) + octet_length(fingerprint) + octet_length(outcome)) as bytes
              from removed group by account_id) as change
        where account.id = change.account_id;
    end if;
    return null;
end $$;
