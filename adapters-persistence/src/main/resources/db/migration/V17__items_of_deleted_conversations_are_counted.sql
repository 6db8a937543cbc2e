-- Its name lets this trigger come before the foreign key's, which would find no owner any longer (triggers of an event fire in
-- the order of their names).
create trigger "0_conversation_takes_its_items_along" after delete on conversation
    for each row execute function delete_items_of_conversation();
