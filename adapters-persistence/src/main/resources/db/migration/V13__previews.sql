-- What came of the making of an attachment's preview, which is asked for often and takes long: a small image, or none.
create table attachment_preview (
    attachment_id text  not null primary key references attachment (id) on delete cascade,
    mime_type     text  null check (length(mime_type) between 3 and 100),
    bytes         bytea null check (length(bytes) between 1 and 2097152),
    constraint image_is_whole check ((mime_type is null) = (bytes is null))
);

-- Images are compressed already.
alter table attachment_preview alter column bytes set storage external;
