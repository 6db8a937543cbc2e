/** Tests of the tools of MCP servers, against servers of the SDK, of the reference collection and of the rough kind. */
@NullMarked
package dev.parley.assistant.mcp;

import org.jspecify.annotations.NullMarked;
