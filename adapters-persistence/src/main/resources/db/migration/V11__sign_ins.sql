-- Tokens without a sign-in that are older than this are worthless: the password was changed. Null where it never was.
alter table account add column tokens_valid_from timestamptz null;

-- Where an account is signed in. A sign-in ends with its row, and its token with it. Room in each page keeps the note of the
-- last use, which no index holds, in the page.
create table sign_in (
    id           uuid        not null primary key,
    account_id   uuid        not null references account (id) on delete cascade,
    client       text        not null check (length(client) <= 200),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null
) with (fillfactor = 80);

-- The list, and the cascade from an account.
create index sign_in_by_account on sign_in (account_id, created_at);

-- Sign-ins that have expired, to sweep them out.
create index sign_in_by_expiry on sign_in (expires_at);

-- From where an account was signed in. Such clients are not slowed down by others that guess.
create table sign_in_network (
    account_id   uuid        not null references account (id) on delete cascade,
    network      text        not null check (length(network) between 1 and 64),
    last_used_at timestamptz not null,
    primary key (account_id, network)
);

create index sign_in_network_by_use on sign_in_network (last_used_at);

-- Tokens without a sign-in that were logged out with, by their SHA-256 in hexadecimal, until they expire.
create table revoked_token (
    token_hash text        not null primary key check (length(token_hash) = 64),
    expires_at timestamptz not null
);

create index revoked_token_by_expiry on revoked_token (expires_at);

-- Codes that replace forgotten passwords. Of a code only the SHA-256 is kept, in hexadecimal.
create table password_reset (
    account_id uuid        not null primary key references account (id) on delete cascade,
    code_hash  text        not null check (length(code_hash) = 64),
    expires_at timestamptz not null
);

create index password_reset_by_expiry on password_reset (expires_at);
