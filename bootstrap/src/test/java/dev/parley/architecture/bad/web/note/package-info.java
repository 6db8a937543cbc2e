@NullMarked
package dev.parley.architecture.bad.web.note;

import org.jspecify.annotations.NullMarked;
