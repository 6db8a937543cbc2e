package dev.parley.architecture.bad.domain.conversation;

/** Rows are persistence's. */
record StrayRow(String text) {}
