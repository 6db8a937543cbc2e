-- Who caused a waiting run, for the node that begins it: null once it has begun, and where an older node took it in.
alter table run
    add column requester json;
