/** Who may call: tokens, secrets, and the filter chain that denies by default. */
@NullMarked
package dev.parley.web.security;

import org.jspecify.annotations.NullMarked;
