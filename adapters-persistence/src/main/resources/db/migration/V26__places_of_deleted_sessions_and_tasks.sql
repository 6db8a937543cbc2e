-- Where deleted sessions and tasks stood in their owner's lists, so that a page can begin behind one that is gone. They are
-- forgotten after a day.
create table deleted_conversation (
    owner_id   uuid        not null references account (id) on delete cascade,
    id         uuid        not null,
    updated_at timestamptz not null,
    deleted_at timestamptz not null default now(),
    primary key (owner_id, id)
);

create index deleted_conversation_by_age on deleted_conversation (deleted_at);

create table deleted_task (
    owner_id   uuid        not null references account (id) on delete cascade,
    id         uuid        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    title_key  text        collate "C" not null,
    priority   text        not null,
    deleted_at timestamptz not null default now(),
    primary key (owner_id, id)
);

create index deleted_task_by_age on deleted_task (deleted_at);
