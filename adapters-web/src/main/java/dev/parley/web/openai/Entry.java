package dev.parley.web.openai;

/** What stands on a page. */
interface Entry {

    /** What a page's end is marked with, and the next one is asked for after. */
    String id();
}
