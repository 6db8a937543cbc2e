package dev.parley.persistence.conversation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * What JSpecify says of a record's components holds for their JSON: what is not {@code @Nullable} has to be there,
 * and lists hold no nulls.
 */
final class NonNullComponents extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        JsonSetter.Value found = super.findSetterInfo(config, annotated);
        boolean isOpen = found.nonDefaultValueNulls() == null;
        return isOpen && annotated instanceof AnnotatedParameter parameter && !isNullable(parameter)
                ? found.withValueNulls(Nulls.FAIL, Nulls.FAIL)
                : found;
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        Executable creator = (Executable) parameter.getOwner().getMember();
        return creator.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
