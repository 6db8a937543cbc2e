/** The description of the API at {@code /v3/api-docs}. */
@NullMarked
package dev.parley.web.openapi;

import org.jspecify.annotations.NullMarked;
