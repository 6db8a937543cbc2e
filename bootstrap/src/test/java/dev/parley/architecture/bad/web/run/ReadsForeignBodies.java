package dev.parley.architecture.bad.web.run;

import dev.parley.architecture.bad.web.session.NoteRequest;
import dev.parley.architecture.bad.web.session.NoteResponse;

/** Bodies belong to their controller. */
record ReadsForeignBodies(NoteRequest request, NoteResponse response) {}
