package dev.parley.architecture.bad.assistant.offline;

import dev.parley.architecture.bad.persistence.shared.ForeignAdapter;

/** Adapters do not meet. */
record KnowsPersistence(ForeignAdapter neighbour) {}
