-- Why the model's last turn of an answer ended; null where the run has no answer, or one from before.
alter table run add column turn_end text null;
