/** What runs cost their users, by day and model. */
@NullMarked
package dev.parley.domain.usage;

import org.jspecify.annotations.NullMarked;
