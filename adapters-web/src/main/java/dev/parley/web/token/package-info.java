/** Which signed tokens are access tokens for this server, and why the others are not. */
@NullMarked
package dev.parley.web.token;

import org.jspecify.annotations.NullMarked;
