create trigger item_added_is_counted after insert on item
    referencing new table as added for each statement execute function count_items();
create trigger item_changed_is_counted after update on item
    referencing old table as removed new table as added for each statement execute function count_items();
create trigger item_deleted_is_counted after delete on item
    referencing old table as removed for each statement execute function count_items();
