-- Everything that adds to it is counted from here on.
alter table account alter column stored_bytes set default 0;
