@NullMarked
package dev.parley.bootstrap.start;

import org.jspecify.annotations.NullMarked;
