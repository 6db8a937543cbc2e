@NullMarked
package dev.parley.web.error;

import org.jspecify.annotations.NullMarked;
