/** What passwords are checked and hashed with. */
@NullMarked
package dev.parley.web.password;

import org.jspecify.annotations.NullMarked;
