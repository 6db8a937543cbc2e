/** What all endpoints have in common: envelopes, refusals, request ids, limits of a request. */
@NullMarked
package dev.parley.web.shared;

import org.jspecify.annotations.NullMarked;
