-- Issuer (empty where tokens name none) and subject of an account. An account of an earlier version has none until the first
-- token comes that leads to it. Found by the SHA-256 of both, since texts of 1,024 characters are too long for an index.
create table account_identity (
    hash       text        not null primary key check (length(hash) = 64),
    account_id uuid        not null unique references account (id) on delete cascade,
    issuer     text        not null check (length(issuer) <= 1024),
    subject    text        not null check (length(subject) between 1 and 1024),
    created_at timestamptz not null default now()
);
