/** What all endpoints have in common: the request's id, language and log line. */
@NullMarked
package dev.parley.web.http;

import org.jspecify.annotations.NullMarked;
