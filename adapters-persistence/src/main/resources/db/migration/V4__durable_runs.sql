-- Runs wait for one another, are leased to one start of a node, may be asked to stop, and keep their events in a log.
alter table run
    drop constraint run_status_check,
    drop constraint running_is_not_finished,
    alter column started_at drop not null,
    add column created_at          timestamptz not null default now(),
    add column queue_position      bigint      null,
    add column message             json        null,
    add column node_name           text        null,
    add column node_start          uuid        null,
    add column cancel_requested_at timestamptz null,
    add column taken_over_from     bigint      null,
    add column log_pruned          boolean     not null default false;

-- Of the runs that ended before this, no events were kept.
update run set created_at = started_at, log_pruned = finished_at is not null;

-- The message of a waiting run is no item of the thread yet; it becomes one when the run begins.
alter table run
    add constraint run_status_check
        check (status in ('queued', 'running', 'completed', 'failed', 'cancelled', 'interrupted')),
    add constraint run_begins_at_a_time
        check ((status <> 'queued' or started_at is null) and (status <> 'running' or started_at is not null)),
    add constraint run_ends_at_a_time check ((status in ('queued', 'running')) = (finished_at is null)),
    add constraint run_waits_with_its_message check ((status = 'queued') = (message is not null)),
    add constraint run_waits_at_a_place check ((status = 'queued') = (queue_position is not null)),
    add constraint run_node_has_both check ((node_name is null) = (node_start is null)),
    add constraint run_taken_over_from_check check (taken_over_from > 0);

-- A thread's runs, newest first, and the cascade from a conversation.
drop index run_by_conversation;
create index run_by_conversation on run (conversation_id, id);

-- A thread's waiting runs, oldest first.
create unique index run_waiting_in_conversation on run (conversation_id, queue_position) where status = 'queued';

-- Ended runs whose events are still kept, oldest end first.
create index run_with_log on run (finished_at) where finished_at is not null and not log_pruned;

-- There are only as many running runs as assistants answer: those whose lease has ended, whose node is gone or that are to
-- stop are found among all that run_running_in_conversation lists. So the renewal of a lease, the most frequent update,
-- changes no index, and the fill factor leaves it room in its page.
drop index run_by_lease;
alter table run set (fillfactor = 70);

-- The events of runs, some milliseconds' worth a row; its key is the fence between two writers of one run. Rows of up to
-- 8 KB stay in their page and are not compressed. There is no foreign key, which would check each row on its own: whoever
-- appends locks the runs, all at once, and a deleted run takes its log along by the trigger.
create table run_log (
    run_id         uuid   not null,
    first_sequence bigint not null check (first_sequence > 0),
    last_sequence  bigint not null,
    events         json   not null,
    primary key (run_id, first_sequence),
    constraint run_log_has_events check (last_sequence >= first_sequence)
) with (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.05);

-- An array, so that the log is never read as a whole.
create function delete_log_of_runs() returns trigger language plpgsql as $$
begin
    delete from run_log where run_id = any(array(select id from gone));
    return null;
end $$;

create trigger run_takes_its_log_along after delete on run
    referencing old table as gone for each statement execute function delete_log_of_runs();
