-- An item is found by its id in its thread: to be answered, rated, replaced, retried or removed, and to begin a page behind it.
create unique index item_by_id on item (conversation_id, id);

-- What users think of items; the last one counts, and it ends with its item.
create table feedback (
    conversation_id uuid        not null,
    item_id         text        not null,
    account_id      uuid        not null references account (id) on delete cascade,
    rating          text        not null check (rating in ('positive', 'negative')),
    at              timestamptz not null default now(),
    primary key (conversation_id, item_id, account_id),
    constraint feedback_is_on_an_item
        foreign key (conversation_id, item_id) references item (conversation_id, id) on delete cascade
);

-- The cascade from an account.
create index feedback_by_account on feedback (account_id);

-- How a waiting run is to be answered.
alter table run
    add column locale       text    not null default 'en',
    add column allow_cancel boolean not null default false;
