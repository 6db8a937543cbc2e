@NullMarked
package dev.parley.architecture.bad.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
