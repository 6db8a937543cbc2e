@NullMarked
package dev.parley.web.stream;

import org.jspecify.annotations.NullMarked;
