package dev.parley.web.chatkit;

import dev.parley.domain.conversation.GeneratedImage;

/** Where an image is. */
public record WireImage(String id, String url) {

    static WireImage of(GeneratedImage.Image image) {
        return new WireImage(image.id(), image.url());
    }
}
