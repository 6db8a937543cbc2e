@NullMarked
package dev.parley.assistant.bean;

import org.jspecify.annotations.NullMarked;
