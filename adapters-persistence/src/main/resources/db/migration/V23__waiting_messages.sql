-- A message that waits for the end of a run is an item from the moment it is taken, behind all that the run adds.
alter table conversation add column last_waiting bigint not null default 0 check (last_waiting >= 0);
