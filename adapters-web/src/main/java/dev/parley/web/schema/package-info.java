/** How Parley's own types are described: their forms, their fixed texts, and which of their fields are always there. */
@NullMarked
package dev.parley.web.schema;

import org.jspecify.annotations.NullMarked;
