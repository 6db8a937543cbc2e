@NullMarked
package dev.parley.architecture.bad.application.note;

import org.jspecify.annotations.NullMarked;
