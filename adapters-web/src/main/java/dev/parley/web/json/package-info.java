/** How JSON is read and written. */
@NullMarked
package dev.parley.web.json;

import org.jspecify.annotations.NullMarked;
