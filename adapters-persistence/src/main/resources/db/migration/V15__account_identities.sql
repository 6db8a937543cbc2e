-- Whose an account is: what whoever vouches for its owner calls itself (empty where tokens name no issuer) and the owner. An
-- account of before has nobody until the first token comes that leads to it by the rule of before. Found by the SHA-256 of
-- both, since texts of 1,024 characters are too long for an index.
create table account_identity (
    hash       text        not null primary key check (length(hash) = 64),
    account_id uuid        not null unique references account (id) on delete cascade,
    issuer     text        not null check (length(issuer) <= 1024),
    subject    text        not null check (length(subject) between 1 and 1024),
    created_at timestamptz not null default now()
);
