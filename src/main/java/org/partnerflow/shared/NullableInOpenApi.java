package org.partnerflow.shared;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Writes into the OpenAPI document which fields may be null and which have to be there, so that the web pages know it too. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class NullableInOpenApi implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName RECORD = DotName.createSimple(Record.class);

    private final IndexView index;

    public NullableInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        var schemas = document.getComponents().getSchemas();
        index.getKnownDirectSubclasses(RECORD).stream()
                .filter(type -> schemas.containsKey(nameOf(type)))
                .forEach(type -> type.fields().forEach(field -> describe(schemas.get(nameOf(type)), field)));
    }

    private static void describe(Schema owner, FieldInfo field) {
        if (field.type().hasAnnotation(NULLABLE)) {
            allowNull(owner, field);
        } else if (field.type().kind() == Type.Kind.PRIMITIVE && saysWhatIsRequired(owner, field)) {
            owner.addRequired(field.name());
        }
    }

    /** A schema that names what is required names all of it; one that names nothing requires everything. */
    private static boolean saysWhatIsRequired(Schema owner, FieldInfo field) {
        return has(owner, field)
                && owner.getRequired() != null
                && !owner.getRequired().contains(field.name());
    }

    private static boolean has(Schema owner, FieldInfo field) {
        return owner.getProperties() != null && owner.getProperties().containsKey(field.name());
    }

    /** The name in the document: the one of an annotation, or that of the class. */
    private static String nameOf(ClassInfo type) {
        var named = type.declaredAnnotation(SCHEMA);
        return named == null || named.value("name") == null
                ? type.simpleName()
                : named.value("name").asString();
    }

    private static void allowNull(Schema owner, FieldInfo field) {
        if (!has(owner, field)) {
            return;
        }
        var schema = owner.getProperties().get(field.name());
        if (schema.getRef() != null) {
            owner.addProperty(
                    field.name(),
                    OASFactory.createSchema()
                            .anyOf(List.of(schema, OASFactory.createSchema().type(List.of(SchemaType.NULL)))));
        } else if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            var types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
    }
}
