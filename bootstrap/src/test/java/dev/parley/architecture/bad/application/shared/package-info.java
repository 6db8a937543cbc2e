@NullMarked
package dev.parley.architecture.bad.application.shared;

import org.jspecify.annotations.NullMarked;
