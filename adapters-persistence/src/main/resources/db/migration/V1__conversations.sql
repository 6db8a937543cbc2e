-- Accounts own conversations. session_count is changed by the statement that adds or deletes a conversation, so that the
-- row's lock is what holds the limit; no index covers it and the fill factor leaves room, so the update stays in its page.
create table account (
    id            uuid        not null primary key,
    email         text        null unique check (email = lower(email)),
    password_hash text        null,
    session_count integer     not null default 0 check (session_count >= 0),
    created_at    timestamptz not null default now(),
    constraint local_account_has_both check ((email is null) = (password_hash is null))
) with (fillfactor = 80);

-- A session and its thread.
create table conversation (
    id            uuid        not null primary key,
    owner_id      uuid        not null references account (id) on delete cascade,
    title         text        not null default 'New Chat' check (length(title) between 1 and 200),
    message_count integer     not null default 0 check (message_count >= 0),
    last_sequence bigint      not null default 0 check (last_sequence >= 0),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

-- The list of an owner's sessions, newest first, and the cascade from its account.
create index conversation_by_owner on conversation (owner_id, updated_at desc, id desc);

-- One entry of a thread. The payload is json, not jsonb, which would not keep it to the byte.
create table item (
    conversation_id uuid        not null references conversation (id) on delete cascade,
    sequence        bigint      not null check (sequence > 0),
    id              text        not null,
    type            text        not null check (type in ('user_message', 'assistant_message')),
    payload         json        not null default '{"content":[]}',
    created_at      timestamptz not null default now(),
    primary key (conversation_id, sequence)
);

-- One turn of the assistant.
create table run (
    id              uuid        not null primary key,
    conversation_id uuid        not null references conversation (id) on delete cascade,
    status          text        not null default 'running'
        check (status in ('running', 'completed', 'failed', 'cancelled', 'interrupted')),
    started_at      timestamptz not null default now(),
    finished_at     timestamptz null,
    error_code      text        null,
    lease_until     timestamptz not null default now(),
    constraint running_is_not_finished check ((status = 'running') = (finished_at is null))
);

-- The cascade from a conversation.
create index run_by_conversation on run (conversation_id);

-- One running run a thread.
create unique index run_running_in_conversation on run (conversation_id) where status = 'running';

-- Running runs whose lease has ended.
create index run_by_lease on run (lease_until) where status = 'running';
