package dev.parley.web.item;

import dev.parley.domain.item.GeneratedImage;

/** Where an image is. */
public record WireImage(String id, String url) {

    static WireImage of(GeneratedImage.Image image) {
        return new WireImage(image.id(), image.url());
    }
}
