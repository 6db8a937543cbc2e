create trigger outcome_added_is_counted after insert on idempotency
    referencing new table as added for each statement execute function count_outcomes();
create trigger outcome_deleted_is_counted after delete on idempotency
    referencing old table as removed for each statement execute function count_outcomes();
