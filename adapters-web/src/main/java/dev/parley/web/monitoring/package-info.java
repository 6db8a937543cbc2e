/** What the server logs and counts for those who watch it. */
@NullMarked
package dev.parley.web.monitoring;

import org.jspecify.annotations.NullMarked;
