@NullMarked
package dev.parley.bootstrap.path;

import org.jspecify.annotations.NullMarked;
