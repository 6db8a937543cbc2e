package dev.parley.architecture.bad.persistence.run;

import dev.parley.architecture.bad.persistence.conversation.NoteRow;

/** A row belongs to its repository. */
record ReadsForeignRow(NoteRow row) {}
