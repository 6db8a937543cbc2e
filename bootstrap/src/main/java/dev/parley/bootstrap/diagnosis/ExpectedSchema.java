package dev.parley.bootstrap.diagnosis;

import static dev.parley.bootstrap.diagnosis.Part.column;
import static dev.parley.bootstrap.diagnosis.Part.constraint;
import static dev.parley.bootstrap.diagnosis.Part.index;

import java.util.List;

/** What the migrations make, as {@link Catalog} tells it of a database that is as it should be. */
final class ExpectedSchema {

    static final List<Part> COLUMNS = List.of(
            column("account", "id", "uuid not null"),
            column("account", "email", "text null"),
            column("account", "password_hash", "text null"),
            column("account", "session_count", "integer not null default 0"),
            column("account", "task_count", "integer not null default 0"),
            column("account", "attachment_bytes", "bigint not null default 0"),
            column("account", "created_at", "timestamp with time zone not null default now()"),
            column("account", "subject", "text null"),
            column("account", "stored_bytes", "bigint null default 0"),
            column("account", "tokens_valid_from", "timestamp with time zone null"),
            column("account_identity", "hash", "text not null"),
            column("account_identity", "account_id", "uuid not null"),
            column("account_identity", "issuer", "text not null"),
            column("account_identity", "subject", "text not null"),
            column("account_identity", "created_at", "timestamp with time zone not null default now()"),
            column("api_key", "name", "text not null"),
            column("api_key", "secret_hash", "text not null"),
            column("api_key", "created_at", "timestamp with time zone not null default now()"),
            column("client_session", "id", "text not null"),
            column("client_session", "secret_hash", "text not null"),
            column("client_session", "account_id", "uuid not null"),
            column("client_session", "subject", "text not null"),
            column("client_session", "settings", "json not null"),
            column("client_session", "requests_per_minute", "integer not null"),
            column("client_session", "created_at", "timestamp with time zone not null default now()"),
            column("client_session", "expires_at", "timestamp with time zone not null"),
            column("client_session", "cancelled_at", "timestamp with time zone null"),
            column("sign_in", "id", "uuid not null"),
            column("sign_in", "account_id", "uuid not null"),
            column("sign_in", "client", "text not null"),
            column("sign_in", "created_at", "timestamp with time zone not null"),
            column("sign_in", "last_used_at", "timestamp with time zone not null"),
            column("sign_in", "expires_at", "timestamp with time zone not null"),
            column("sign_in_network", "account_id", "uuid not null"),
            column("sign_in_network", "network", "text not null"),
            column("sign_in_network", "last_used_at", "timestamp with time zone not null"),
            column("revoked_token", "token_hash", "text not null"),
            column("revoked_token", "expires_at", "timestamp with time zone not null"),
            column("password_reset", "account_id", "uuid not null"),
            column("password_reset", "code_hash", "text not null"),
            column("password_reset", "expires_at", "timestamp with time zone not null"),
            column("attachment", "id", "text not null"),
            column("attachment", "owner_id", "uuid not null"),
            column("attachment", "name", "text not null"),
            column("attachment", "mime_type", "text not null"),
            column("attachment", "size", "bigint not null"),
            column("attachment", "state", "text not null default 'pending'::text"),
            column("attachment", "upload", "text null"),
            column("attachment", "conversation_id", "uuid null"),
            column("attachment", "created_at", "timestamp with time zone not null default now()"),
            column("attachment_chunk", "attachment_id", "text not null"),
            column("attachment_chunk", "upload", "text not null"),
            column("attachment_chunk", "number", "integer not null"),
            column("attachment_chunk", "bytes", "bytea not null"),
            column("attachment_preview", "attachment_id", "text not null"),
            column("attachment_preview", "mime_type", "text null"),
            column("attachment_preview", "bytes", "bytea null"),
            column("conversation", "id", "uuid not null"),
            column("conversation", "owner_id", "uuid not null"),
            column("conversation", "title", "text not null default 'New Chat'::text"),
            column("conversation", "status", "text not null default 'active'::text"),
            column("conversation", "status_reason", "text null"),
            column("conversation", "image_domains", "text[] null"),
            column("conversation", "message_count", "integer not null default 0"),
            column("conversation", "last_sequence", "bigint not null default 0"),
            column("conversation", "created_at", "timestamp with time zone not null default now()"),
            column("conversation", "updated_at", "timestamp with time zone not null default now()"),
            column("idempotency", "account_id", "uuid not null"),
            column("idempotency", "key", "text not null"),
            column("idempotency", "fingerprint", "text not null"),
            column("idempotency", "outcome", "text not null"),
            column("idempotency", "created_at", "timestamp with time zone not null default now()"),
            column("feedback", "conversation_id", "uuid not null"),
            column("feedback", "item_id", "text not null"),
            column("feedback", "account_id", "uuid not null"),
            column("feedback", "rating", "text not null"),
            column("feedback", "at", "timestamp with time zone not null default now()"),
            column("item", "conversation_id", "uuid not null"),
            column("item", "sequence", "bigint not null"),
            column("item", "id", "text not null"),
            column("item", "type", "text not null"),
            column("item", "payload", "json not null default '{\"content\":[]}'::json"),
            column("item", "created_at", "timestamp with time zone not null default now()"),
            column("rate_bucket", "id", "text not null"),
            column("rate_bucket", "state", "bytea null"),
            column(
                    "rate_bucket",
                    "expires_at",
                    "bigint not null default (((EXTRACT(epoch FROM now()) * (1000)::numeric))::bigint + 600000)"),
            column("run", "id", "uuid not null"),
            column("run", "conversation_id", "uuid not null"),
            column("run", "status", "text not null default 'running'::text"),
            column("run", "created_at", "timestamp with time zone not null default now()"),
            column("run", "started_at", "timestamp with time zone null default now()"),
            column("run", "finished_at", "timestamp with time zone null"),
            column("run", "error_code", "text null"),
            column("run", "queue_position", "bigint null"),
            column("run", "message", "json null"),
            column("run", "locale", "text not null default 'en'::text"),
            column("run", "allow_cancel", "boolean not null default false"),
            column("run", "client_acts", "boolean not null default false"),
            column("run", "node_name", "text null"),
            column("run", "node_start", "uuid null"),
            column("run", "lease_until", "timestamp with time zone not null default now()"),
            column("run", "cancel_requested_at", "timestamp with time zone null"),
            column("run", "taken_over_from", "bigint null"),
            column("run", "log_pruned", "boolean not null default false"),
            column("run_log", "run_id", "uuid not null"),
            column("run_log", "first_sequence", "bigint not null"),
            column("run_log", "last_sequence", "bigint not null"),
            column("run_log", "events", "json not null"),
            column("server_key", "name", "text not null"),
            column("server_key", "value", "bytea not null"),
            column("server_key", "created_at", "timestamp with time zone not null default now()"),
            column("task", "id", "uuid not null"),
            column("task", "owner_id", "uuid not null"),
            column("task", "title", "text not null"),
            column("task", "description", "text not null default ''::text"),
            column("task", "priority", "text not null default 'medium'::text"),
            column("task", "tags", "text[] not null default '{}'::text[]"),
            column("task", "completed", "boolean not null default false"),
            column("task", "title_key", "text not null"),
            column("task", "description_key", "text not null default ''::text"),
            column("task", "tag_keys", "text[] not null default '{}'::text[]"),
            column("task", "created_at", "timestamp with time zone not null default now()"),
            column("task", "updated_at", "timestamp with time zone not null default now()"),
            column("usage", "run_id", "uuid not null"),
            column("usage", "account_id", "uuid not null"),
            column("usage", "at", "timestamp with time zone not null default now()"),
            column("usage", "model", "text not null"),
            column("usage", "prompt_tokens", "bigint not null default 0"),
            column("usage", "completion_tokens", "bigint not null default 0"),
            column("usage", "reasoning_tokens", "bigint not null default 0"),
            column("usage", "first_token_ms", "bigint not null default 0"),
            column("usage", "total_ms", "bigint not null default 0"));

    static final List<Part> CONSTRAINTS = List.of(
            constraint(
                    "sign_in",
                    "sign_in_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("sign_in", "sign_in_client_check", "CHECK ((length(client) <= 200))"),
            constraint(
                    "sign_in_network",
                    "sign_in_network_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint(
                    "sign_in_network",
                    "sign_in_network_network_check",
                    "CHECK (((length(network) >= 1) AND (length(network) <= 64)))"),
            constraint("revoked_token", "revoked_token_token_hash_check", "CHECK ((length(token_hash) = 64))"),
            constraint(
                    "password_reset",
                    "password_reset_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("password_reset", "password_reset_code_hash_check", "CHECK ((length(code_hash) = 64))"),
            constraint("account", "account_attachment_bytes_check", "CHECK ((attachment_bytes >= 0))"),
            constraint("account", "account_email_check", "CHECK ((email = lower(email)))"),
            constraint("account", "account_session_count_check", "CHECK ((session_count >= 0))"),
            constraint("account", "account_task_count_check", "CHECK ((task_count >= 0))"),
            constraint(
                    "account",
                    "account_subject_check",
                    "CHECK (((length(subject) >= 1) AND (length(subject) <= 1024)))"),
            constraint(
                    "account_identity",
                    "account_identity_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("account_identity", "account_identity_hash_check", "CHECK ((length(hash) = 64))"),
            constraint("account_identity", "account_identity_issuer_check", "CHECK ((length(issuer) <= 1024))"),
            constraint(
                    "account_identity",
                    "account_identity_subject_check",
                    "CHECK (((length(subject) >= 1) AND (length(subject) <= 1024)))"),
            constraint("api_key", "api_key_name_check", "CHECK (((length(name) >= 1) AND (length(name) <= 64)))"),
            constraint("api_key", "api_key_secret_hash_check", "CHECK ((length(secret_hash) = 64))"),
            constraint(
                    "client_session",
                    "client_session_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint(
                    "client_session", "client_session_requests_per_minute_check", "CHECK ((requests_per_minute > 0))"),
            constraint("client_session", "client_session_secret_hash_check", "CHECK ((length(secret_hash) = 64))"),
            constraint(
                    "client_session",
                    "client_session_subject_check",
                    "CHECK (((length(subject) >= 1) AND (length(subject) <= 1024)))"),
            constraint("account", "local_account_has_both", "CHECK (((email IS NULL) = (password_hash IS NULL)))"),
            constraint(
                    "attachment",
                    "attachment_conversation_id_fkey",
                    "FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE"),
            constraint("attachment", "attachment_id_check", "CHECK ((id ~ '^atc_[0-9a-f]{24,64}$'::text))"),
            constraint(
                    "attachment",
                    "attachment_mime_type_check",
                    "CHECK (((length(mime_type) >= 3) AND (length(mime_type) <= 100)))"),
            constraint(
                    "attachment", "attachment_name_check", "CHECK (((length(name) >= 1) AND (length(name) <= 255)))"),
            constraint(
                    "attachment",
                    "attachment_owner_id_fkey",
                    "FOREIGN KEY (owner_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("attachment", "attachment_size_check", "CHECK ((size > 0))"),
            constraint(
                    "attachment",
                    "attachment_state_check",
                    "CHECK ((state = ANY (ARRAY['pending'::text, 'uploaded'::text])))"),
            constraint("attachment", "attachment_upload_check", "CHECK ((upload ~ '^[0-9a-f]{24,64}$'::text))"),
            constraint(
                    "attachment",
                    "uploaded_has_content",
                    "CHECK (((state = 'pending'::text) OR (upload IS NOT NULL)))"),
            constraint(
                    "attachment",
                    "used_is_uploaded",
                    "CHECK (((state = 'uploaded'::text) OR (conversation_id IS NULL)))"),
            constraint(
                    "attachment_chunk",
                    "attachment_chunk_attachment_id_fkey",
                    "FOREIGN KEY (attachment_id) REFERENCES attachment(id) ON DELETE CASCADE"),
            constraint(
                    "attachment_chunk",
                    "attachment_chunk_bytes_check",
                    "CHECK (((length(bytes) >= 1) AND (length(bytes) <= 262144)))"),
            constraint("attachment_chunk", "attachment_chunk_number_check", "CHECK ((number >= 0))"),
            constraint(
                    "attachment_preview",
                    "attachment_preview_attachment_id_fkey",
                    "FOREIGN KEY (attachment_id) REFERENCES attachment(id) ON DELETE CASCADE"),
            constraint(
                    "attachment_preview",
                    "attachment_preview_bytes_check",
                    "CHECK (((length(bytes) >= 1) AND (length(bytes) <= 2097152)))"),
            constraint(
                    "attachment_preview",
                    "attachment_preview_mime_type_check",
                    "CHECK (((length(mime_type) >= 3) AND (length(mime_type) <= 100)))"),
            constraint("attachment_preview", "image_is_whole", "CHECK (((mime_type IS NULL) = (bytes IS NULL)))"),
            constraint(
                    "conversation",
                    "conversation_owner_id_fkey",
                    "FOREIGN KEY (owner_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("conversation", "conversation_last_sequence_check", "CHECK ((last_sequence >= 0))"),
            constraint("conversation", "conversation_message_count_check", "CHECK ((message_count >= 0))"),
            constraint(
                    "conversation",
                    "active_needs_no_reason",
                    "CHECK (((status <> 'active'::text) OR (status_reason IS NULL)))"),
            constraint(
                    "conversation",
                    "conversation_status_check",
                    "CHECK ((status = ANY (ARRAY['active'::text, 'locked'::text, 'closed'::text])))"),
            constraint(
                    "conversation",
                    "conversation_title_check",
                    "CHECK (((length(title) >= 1) AND (length(title) <= 200)))"),
            constraint(
                    "idempotency",
                    "idempotency_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("idempotency", "idempotency_fingerprint_check", "CHECK ((length(fingerprint) = 64))"),
            constraint("idempotency", "idempotency_key_check", "CHECK (((length(key) >= 1) AND (length(key) <= 255)))"),
            constraint(
                    "feedback",
                    "feedback_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint(
                    "feedback",
                    "feedback_is_on_an_item",
                    "FOREIGN KEY (conversation_id, item_id) REFERENCES item(conversation_id, id) ON DELETE CASCADE"),
            constraint(
                    "feedback",
                    "feedback_rating_check",
                    "CHECK ((rating = ANY (ARRAY['positive'::text, 'negative'::text])))"),
            constraint(
                    "item",
                    "item_conversation_id_fkey",
                    "FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE"),
            constraint("item", "item_sequence_check", "CHECK ((sequence > 0))"),
            constraint(
                    "item",
                    "item_type_check",
                    "CHECK ((type = ANY (ARRAY['user_message'::text, 'assistant_message'::text, 'tool_call'::text, 'client_tool_call'::text, 'widget'::text, 'generated_image'::text, 'structured_input'::text, 'task'::text, 'workflow'::text, 'end_of_turn'::text, 'hidden_context'::text, 'note'::text])))"),
            constraint("rate_bucket", "rate_bucket_id_check", "CHECK ((length(id) <= 400))"),
            constraint(
                    "run",
                    "run_conversation_id_fkey",
                    "FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE"),
            constraint(
                    "run",
                    "run_begins_at_a_time",
                    "CHECK ((((status <> 'queued'::text) OR (started_at IS NULL)) AND ((status <> 'running'::text) OR (started_at IS NOT NULL))))"),
            constraint(
                    "run",
                    "run_ends_at_a_time",
                    "CHECK (((status = ANY (ARRAY['queued'::text, 'running'::text])) = (finished_at IS NULL)))"),
            constraint("run", "run_node_has_both", "CHECK (((node_name IS NULL) = (node_start IS NULL)))"),
            constraint(
                    "run",
                    "run_status_check",
                    "CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'completed'::text, 'failed'::text, 'cancelled'::text, 'interrupted'::text])))"),
            constraint("run", "run_taken_over_from_check", "CHECK ((taken_over_from > 0))"),
            constraint(
                    "run",
                    "run_waits_at_a_place",
                    "CHECK (((status = 'queued'::text) = (queue_position IS NOT NULL)))"),
            constraint(
                    "run", "run_waits_with_its_message", "CHECK (((status = 'queued'::text) = (message IS NOT NULL)))"),
            constraint("run_log", "run_log_first_sequence_check", "CHECK ((first_sequence > 0))"),
            constraint("run_log", "run_log_has_events", "CHECK ((last_sequence >= first_sequence))"),
            constraint("server_key", "server_key_value_check", "CHECK ((length(value) >= 32))"),
            constraint("task", "task_owner_id_fkey", "FOREIGN KEY (owner_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("task", "task_description_check", "CHECK ((length(description) <= 1000))"),
            constraint("task", "task_has_a_key_for_each_tag", "CHECK ((cardinality(tag_keys) = cardinality(tags)))"),
            constraint(
                    "task",
                    "task_priority_check",
                    "CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))"),
            constraint("task", "task_tags_check", "CHECK ((cardinality(tags) <= 10))"),
            constraint("task", "task_title_check", "CHECK (((length(title) >= 1) AND (length(title) <= 200)))"),
            constraint(
                    "usage",
                    "usage_account_id_fkey",
                    "FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE"),
            constraint("usage", "usage_completion_tokens_check", "CHECK ((completion_tokens >= 0))"),
            constraint("usage", "usage_first_token_ms_check", "CHECK ((first_token_ms >= 0))"),
            constraint("usage", "usage_prompt_tokens_check", "CHECK ((prompt_tokens >= 0))"),
            constraint("usage", "usage_reasoning_tokens_check", "CHECK ((reasoning_tokens >= 0))"),
            constraint("usage", "usage_total_ms_check", "CHECK ((total_ms >= 0))"));

    static final List<Part> INDEXES = List.of(
            index("account_email_key", "CREATE UNIQUE INDEX account_email_key ON account USING btree (email)"),
            index(
                    "account_identity_account_id_key",
                    "CREATE UNIQUE INDEX account_identity_account_id_key ON account_identity USING btree (account_id)"),
            index(
                    "account_identity_pkey",
                    "CREATE UNIQUE INDEX account_identity_pkey ON account_identity USING btree (hash)"),
            index(
                    "sign_in_by_account",
                    "CREATE INDEX sign_in_by_account ON sign_in USING btree (account_id, created_at)"),
            index("sign_in_by_expiry", "CREATE INDEX sign_in_by_expiry ON sign_in USING btree (expires_at)"),
            index("sign_in_pkey", "CREATE UNIQUE INDEX sign_in_pkey ON sign_in USING btree (id)"),
            index(
                    "sign_in_network_by_use",
                    "CREATE INDEX sign_in_network_by_use ON sign_in_network USING btree (last_used_at)"),
            index(
                    "sign_in_network_pkey",
                    "CREATE UNIQUE INDEX sign_in_network_pkey ON sign_in_network USING btree (account_id, network)"),
            index(
                    "revoked_token_by_expiry",
                    "CREATE INDEX revoked_token_by_expiry ON revoked_token USING btree (expires_at)"),
            index(
                    "revoked_token_pkey",
                    "CREATE UNIQUE INDEX revoked_token_pkey ON revoked_token USING btree (token_hash)"),
            index(
                    "password_reset_by_expiry",
                    "CREATE INDEX password_reset_by_expiry ON password_reset USING btree (expires_at)"),
            index(
                    "password_reset_pkey",
                    "CREATE UNIQUE INDEX password_reset_pkey ON password_reset USING btree (account_id)"),
            index("account_pkey", "CREATE UNIQUE INDEX account_pkey ON account USING btree (id)"),
            index("api_key_pkey", "CREATE UNIQUE INDEX api_key_pkey ON api_key USING btree (name)"),
            index(
                    "api_key_secret_hash_key",
                    "CREATE UNIQUE INDEX api_key_secret_hash_key ON api_key USING btree (secret_hash)"),
            index(
                    "client_session_by_account",
                    "CREATE INDEX client_session_by_account ON client_session USING btree (account_id)"),
            index(
                    "client_session_by_expiry",
                    "CREATE INDEX client_session_by_expiry ON client_session USING btree (expires_at)"),
            index("client_session_pkey", "CREATE UNIQUE INDEX client_session_pkey ON client_session USING btree (id)"),
            index(
                    "client_session_secret_hash_key",
                    "CREATE UNIQUE INDEX client_session_secret_hash_key ON client_session USING btree (secret_hash)"),
            index(
                    "attachment_by_conversation",
                    "CREATE INDEX attachment_by_conversation ON attachment USING btree (conversation_id)"),
            index("attachment_by_owner", "CREATE INDEX attachment_by_owner ON attachment USING btree (owner_id)"),
            index(
                    "attachment_chunk_pkey",
                    "CREATE UNIQUE INDEX attachment_chunk_pkey ON attachment_chunk USING btree (attachment_id, upload, number)"),
            index("attachment_pkey", "CREATE UNIQUE INDEX attachment_pkey ON attachment USING btree (id)"),
            index(
                    "attachment_preview_pkey",
                    "CREATE UNIQUE INDEX attachment_preview_pkey ON attachment_preview USING btree (attachment_id)"),
            index(
                    "attachment_unused",
                    "CREATE INDEX attachment_unused ON attachment USING btree (created_at) WHERE (conversation_id IS NULL)"),
            index(
                    "conversation_by_owner",
                    "CREATE INDEX conversation_by_owner ON conversation USING btree (owner_id, updated_at DESC, id DESC)"),
            index("conversation_pkey", "CREATE UNIQUE INDEX conversation_pkey ON conversation USING btree (id)"),
            index("feedback_by_account", "CREATE INDEX feedback_by_account ON feedback USING btree (account_id)"),
            index(
                    "feedback_pkey",
                    "CREATE UNIQUE INDEX feedback_pkey ON feedback USING btree (conversation_id, item_id, account_id)"),
            index("item_by_id", "CREATE UNIQUE INDEX item_by_id ON item USING btree (conversation_id, id)"),
            index("idempotency_by_age", "CREATE INDEX idempotency_by_age ON idempotency USING btree (created_at)"),
            index(
                    "idempotency_pkey",
                    "CREATE UNIQUE INDEX idempotency_pkey ON idempotency USING btree (account_id, key)"),
            index("item_pkey", "CREATE UNIQUE INDEX item_pkey ON item USING btree (conversation_id, sequence)"),
            index(
                    "rate_bucket_by_expiry",
                    "CREATE INDEX rate_bucket_by_expiry ON rate_bucket USING btree (expires_at)"),
            index("rate_bucket_pkey", "CREATE UNIQUE INDEX rate_bucket_pkey ON rate_bucket USING btree (id)"),
            index("run_by_conversation", "CREATE INDEX run_by_conversation ON run USING btree (conversation_id, id)"),
            index("run_log_pkey", "CREATE UNIQUE INDEX run_log_pkey ON run_log USING btree (run_id, first_sequence)"),
            index("run_pkey", "CREATE UNIQUE INDEX run_pkey ON run USING btree (id)"),
            index(
                    "run_running_in_conversation",
                    "CREATE UNIQUE INDEX run_running_in_conversation ON run USING btree (conversation_id) WHERE (status = 'running'::text)"),
            index("server_key_pkey", "CREATE UNIQUE INDEX server_key_pkey ON server_key USING btree (name)"),
            index(
                    "run_waiting_in_conversation",
                    "CREATE UNIQUE INDEX run_waiting_in_conversation ON run USING btree (conversation_id, queue_position) WHERE (status = 'queued'::text)"),
            index(
                    "run_with_log",
                    "CREATE INDEX run_with_log ON run USING btree (finished_at) WHERE ((finished_at IS NOT NULL) AND (NOT log_pruned))"),
            index(
                    "task_by_owner",
                    "CREATE INDEX task_by_owner ON task USING btree (owner_id, created_at DESC, id DESC)"),
            index("task_pkey", "CREATE UNIQUE INDEX task_pkey ON task USING btree (id)"),
            index("usage_by_account", "CREATE INDEX usage_by_account ON usage USING btree (account_id, at)"),
            index("usage_pkey", "CREATE UNIQUE INDEX usage_pkey ON usage USING btree (run_id)"));

    private ExpectedSchema() {}
}
