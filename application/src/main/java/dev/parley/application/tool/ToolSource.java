package dev.parley.application.tool;

import java.util.List;

/** Brings tools that may come and go while the server runs. */
public interface ToolSource {

    /** The tools that can be called now; never waits for anything. */
    List<Tool> tools();
}
