/** From where clients may load the images of answers. */
@NullMarked
package dev.parley.web.image;

import org.jspecify.annotations.NullMarked;
