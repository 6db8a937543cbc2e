/** The REST API of sessions and threads. */
@NullMarked
package dev.parley.web.session;

import org.jspecify.annotations.NullMarked;
