package dev.parley.architecture.bad.persistence.conversation;

import jakarta.servlet.http.HttpServletRequest;

/** A repository has no business with HTTP. */
record ReadsHttp(HttpServletRequest request) {}
