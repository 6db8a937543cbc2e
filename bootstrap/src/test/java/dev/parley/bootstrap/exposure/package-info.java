@NullMarked
package dev.parley.bootstrap.exposure;

import org.jspecify.annotations.NullMarked;
