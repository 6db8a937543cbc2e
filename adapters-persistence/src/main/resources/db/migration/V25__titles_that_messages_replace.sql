-- A message with words gives a conversation its title where the title is this one, or 'New Chat' where this is null.
alter table conversation add column placeholder_title text null;
