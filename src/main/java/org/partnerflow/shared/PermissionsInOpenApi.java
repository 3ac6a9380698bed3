package org.partnerflow.shared;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Writes the permission table into the OpenAPI document, so that a page that asks for a permission that is not there does not compile. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PermissionsInOpenApi implements OASFilter {
    private static final String NAME = "Permission";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var session = document.getComponents().getSchemas().get("SessionView");
        document.getComponents()
                .addSchema(
                        NAME,
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .enumeration(List.copyOf(Permissions.ALL)));
        session.getProperties()
                .get("permissions")
                .setItems(OASFactory.createSchema().ref(NAME));
    }
}
