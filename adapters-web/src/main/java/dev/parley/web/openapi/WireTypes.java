package dev.parley.web.openapi;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.WireSchemas;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** Describes the types of Parley's web adapter by {@link WireSchemas}, and leaves all others to springdoc. */
final class WireTypes implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = ResolvableType.forType(type.getType()).toClass();
        if (raw == ConversationId.class) {
            return WireSchemas.typed("string").pattern(Forms.UUID);
        }
        if (WireSchemas.isDescribed(raw)) {
            return new WireSchemas(context::defineModel).of(type.getType());
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
