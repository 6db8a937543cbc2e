package dev.parley.architecture.bad.persistence.conversation;

import dev.parley.architecture.bad.domain.conversation.Note;
import org.springframework.data.repository.CrudRepository;

/** Each of its methods would be a transaction. */
interface SpringDataConversations extends CrudRepository<Note, String> {}
