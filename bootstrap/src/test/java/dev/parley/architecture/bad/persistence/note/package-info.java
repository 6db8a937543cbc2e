@NullMarked
package dev.parley.architecture.bad.persistence.note;

import org.jspecify.annotations.NullMarked;
