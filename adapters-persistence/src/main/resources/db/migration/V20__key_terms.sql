-- A key may have an end, and has a rate. Nodes of earlier versions know of neither.
alter table api_key add column expires_at timestamptz null;
alter table api_key add column requests_per_minute integer not null default 600 check (requests_per_minute > 0);
