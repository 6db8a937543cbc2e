-- Every item of the ChatKit protocol.
alter table item drop constraint item_type_check;
alter table item add constraint item_type_check check (type in (
    'user_message', 'assistant_message', 'tool_call', 'client_tool_call', 'widget', 'generated_image', 'structured_input',
    'task', 'workflow', 'end_of_turn', 'hidden_context', 'note'));

-- Whether a thread takes messages, and from where its images may come: null for anywhere.
alter table conversation
    add column status        text   not null default 'active' check (status in ('active', 'locked', 'closed')),
    add column status_reason text   null,
    add column image_domains text[] null,
    add constraint active_needs_no_reason check (status <> 'active' or status_reason is null);
