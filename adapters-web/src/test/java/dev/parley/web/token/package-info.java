@NullMarked
package dev.parley.web.token;

import org.jspecify.annotations.NullMarked;
