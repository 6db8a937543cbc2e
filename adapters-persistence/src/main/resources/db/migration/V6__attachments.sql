-- Changed, as session_count, by the statements that add and delete attachments, so that the row's lock holds the quota.
alter table account add column attachment_bytes bigint not null default 0 check (attachment_bytes >= 0);

-- A file that a user sends with a message. The upload is the newest try to store its content; once it is uploaded, that
-- never changes again. It goes with the conversation whose message has it.
create table attachment (
    id              text        not null primary key check (id ~ '^atc_[0-9a-f]{24,64}$'),
    owner_id        uuid        not null references account (id) on delete cascade,
    name            text        not null check (length(name) between 1 and 255),
    mime_type       text        not null check (length(mime_type) between 3 and 100),
    size            bigint      not null check (size > 0),
    state           text        not null default 'pending' check (state in ('pending', 'uploaded')),
    upload          text        null check (upload ~ '^[0-9a-f]{24,64}$'),
    conversation_id uuid        null references conversation (id) on delete cascade,
    created_at      timestamptz not null default now(),
    constraint uploaded_has_content check (state = 'pending' or upload is not null),
    constraint used_is_uploaded check (state = 'uploaded' or conversation_id is null)
);

-- The cascade from an account.
create index attachment_by_owner on attachment (owner_id);

-- The cascade from a conversation.
create index attachment_by_conversation on attachment (conversation_id);

-- Those that no message has, oldest first.
create index attachment_unused on attachment (created_at) where conversation_id is null;

-- A part of at most 256 KiB of what an upload stored.
create table attachment_chunk (
    attachment_id text    not null references attachment (id) on delete cascade,
    upload        text    not null,
    number        integer not null check (number >= 0),
    bytes         bytea   not null check (length(bytes) between 1 and 262144),
    primary key (attachment_id, upload, number)
);

-- Most files are compressed already.
alter table attachment_chunk alter column bytes set storage external;

-- Keys that all nodes on this database share, and that none of them is configured with.
create table server_key (
    name       text        not null primary key,
    value      bytea       not null check (length(value) >= 32),
    created_at timestamptz not null default now()
);
