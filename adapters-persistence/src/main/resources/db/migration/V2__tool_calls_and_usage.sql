-- Calls of tools are items of their thread.
alter table item drop constraint item_type_check;
alter table item add constraint item_type_check check (type in ('user_message', 'assistant_message', 'tool_call'));

-- What runs cost. It outlives runs and conversations, and ends with the account.
create table usage (
    run_id            uuid        not null primary key,
    account_id        uuid        not null references account (id) on delete cascade,
    at                timestamptz not null default now(),
    model             text        not null,
    prompt_tokens     bigint      not null default 0 check (prompt_tokens >= 0),
    completion_tokens bigint      not null default 0 check (completion_tokens >= 0),
    reasoning_tokens  bigint      not null default 0 check (reasoning_tokens >= 0),
    first_token_ms    bigint      not null default 0 check (first_token_ms >= 0),
    total_ms          bigint      not null default 0 check (total_ms >= 0)
);

-- A user's usage of some days, and the cascade from the account.
create index usage_by_account on usage (account_id, at);
