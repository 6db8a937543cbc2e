/** The bodies of requests: how long they may be, how long they may take, and how much of them a node holds at a time. */
@NullMarked
package dev.parley.web.body;

import org.jspecify.annotations.NullMarked;
