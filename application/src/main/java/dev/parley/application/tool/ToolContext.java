package dev.parley.application.tool;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Requester;

/**
 * For whom a tool is called; never taken from what a model says.
 *
 * @param user whose data the tool may see and change
 * @param conversation where it is called
 * @param locale the user's language, a BCP 47 tag
 * @param requester the user as others know them
 */
public record ToolContext(AccountId user, ConversationId conversation, String locale, Requester requester) {}
