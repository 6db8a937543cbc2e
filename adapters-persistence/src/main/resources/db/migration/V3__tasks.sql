-- Changed, as session_count, by the statement that adds or deletes a task, so that the row's lock holds the limit.
alter table account add column task_count integer not null default 0 check (task_count >= 0);

-- What a user wants to do. The keys are title, description and tags without case, as the application makes them:
-- PostgreSQL's own upper() depends on the locale and knows, in "C", no letters but those of ASCII.
create table task (
    id              uuid        not null primary key,
    owner_id        uuid        not null references account (id) on delete cascade,
    title           text        not null check (length(title) between 1 and 200),
    description     text        not null default '' check (length(description) <= 1000),
    priority        text        not null default 'medium' check (priority in ('low', 'medium', 'high')),
    tags            text[]      not null default '{}' check (cardinality(tags) <= 10),
    completed       boolean     not null default false,
    title_key       text        collate "C" not null,
    description_key text        not null default '',
    tag_keys        text[]      not null default '{}',
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    constraint task_has_a_key_for_each_tag check (cardinality(tag_keys) = cardinality(tags))
);

-- The list of an owner's tasks, newest first, and the cascade from its account. An owner has at most 1,000, so every other
-- order and every filter reads the owner's part of this index and sorts it, however long the table is. None of its columns
-- ever changes, so an update writes no index.
create index task_by_owner on task (owner_id, created_at desc, id desc);
