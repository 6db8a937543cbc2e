@NullMarked
package dev.parley.bootstrap.token;

import org.jspecify.annotations.NullMarked;
