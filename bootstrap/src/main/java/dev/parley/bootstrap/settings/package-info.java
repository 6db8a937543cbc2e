/** What Parley can be told by its environment, and the sentences that refuse what is wrong. */
@NullMarked
package dev.parley.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
