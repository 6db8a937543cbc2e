@NullMarked
package dev.parley.architecture.bad.domain.note;

import org.jspecify.annotations.NullMarked;
