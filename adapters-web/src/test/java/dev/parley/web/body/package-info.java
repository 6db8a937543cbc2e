@NullMarked
package dev.parley.web.body;

import org.jspecify.annotations.NullMarked;
