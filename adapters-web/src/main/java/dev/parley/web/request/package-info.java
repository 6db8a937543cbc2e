/** What a request is before any use case has seen it: whether it can be read, who sent it, how long its body may be. */
@NullMarked
package dev.parley.web.request;

import org.jspecify.annotations.NullMarked;
