package dev.parley.web.account;

/** What logging out means. */
record LogoutResponse(String message) {}
