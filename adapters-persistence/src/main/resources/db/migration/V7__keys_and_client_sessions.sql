-- What whoever vouches for an account calls its owner; null where only the account's id is known.
alter table account add column subject text null check (length(subject) between 1 and 1024);

-- Servers that may open client sessions. Of a secret only the SHA-256 is kept, in hexadecimal.
create table api_key (
    name        text        not null primary key check (length(name) between 1 and 64),
    secret_hash text        not null unique check (length(secret_hash) = 64),
    created_at  timestamptz not null default now()
);

-- Chat clients that may act for a user for some minutes. The settings are what its opener named as workflow and features.
create table client_session (
    id                  text        not null primary key,
    secret_hash         text        not null unique check (length(secret_hash) = 64),
    account_id          uuid        not null references account (id) on delete cascade,
    subject             text        not null check (length(subject) between 1 and 1024),
    settings            json        not null,
    requests_per_minute integer     not null check (requests_per_minute > 0),
    created_at          timestamptz not null default now(),
    expires_at          timestamptz not null,
    cancelled_at        timestamptz null
);

-- The cascade from an account.
create index client_session_by_account on client_session (account_id);

-- Sessions that ended long ago, to sweep them out.
create index client_session_by_expiry on client_session (expires_at);
