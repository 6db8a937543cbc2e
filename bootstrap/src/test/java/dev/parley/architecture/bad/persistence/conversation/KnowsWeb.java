package dev.parley.architecture.bad.persistence.conversation;

import dev.parley.architecture.bad.web.session.NoteList;

/** Adapters do not meet. */
record KnowsWeb(NoteList list) {}
