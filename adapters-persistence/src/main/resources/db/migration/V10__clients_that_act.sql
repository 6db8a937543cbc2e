-- Whether the client of a waiting run can show questions, and do what the assistant asks it to do.
alter table run
    add column client_acts boolean not null default false;
