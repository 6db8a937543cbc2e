@NullMarked
package dev.parley.web.home;

import org.jspecify.annotations.NullMarked;
