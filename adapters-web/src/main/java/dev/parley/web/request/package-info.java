/** What a request is before any use case has seen it: whether it can be read, and who sent it. */
@NullMarked
package dev.parley.web.request;

import org.jspecify.annotations.NullMarked;
