-- Where deleted items stood in their thread, for a day.
create table deleted_item (
    conversation_id uuid        not null references conversation (id) on delete cascade,
    id              text        not null,
    sequence        bigint      not null,
    deleted_at      timestamptz not null default now(),
    primary key (conversation_id, id)
);

create index deleted_item_by_age on deleted_item (deleted_at);
