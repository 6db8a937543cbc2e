package dev.parley.web.item;

import dev.parley.domain.item.GeneratedImage;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where an image is. */
@Schema(name = "GeneratedImage")
public record WireImage(String id, String url) {

    static WireImage of(GeneratedImage.Image image) {
        return new WireImage(image.id(), image.url());
    }
}
