-- Requests of users and clients, where nodes count them together. Bucket4j reads and writes these rows by itself. They mean
-- nothing after some minutes, so the table is unlogged: counting a request never waits for the disk, and after a crash of
-- PostgreSQL everybody begins with a full bucket.
create unlogged table rate_bucket (
    id         text   not null primary key check (length(id) <= 400),
    state      bytea  null,
    expires_at bigint not null default (extract(epoch from now()) * 1000)::bigint + 600000
);

-- Buckets to remove, which are those that are full again. expires_at is in milliseconds since 1970.
create index rate_bucket_by_expiry on rate_bucket (expires_at);

-- What came of requests that carried an idempotency key, for a day. The outcome is what the answer is made of.
create table idempotency (
    account_id  uuid        not null references account (id) on delete cascade,
    key         text        not null check (length(key) between 1 and 255),
    fingerprint text        not null check (length(fingerprint) = 64),
    outcome     text        not null,
    created_at  timestamptz not null default now(),
    primary key (account_id, key)
);

-- The oldest, to be removed.
create index idempotency_by_age on idempotency (created_at);
