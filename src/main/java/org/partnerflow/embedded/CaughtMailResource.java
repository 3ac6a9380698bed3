package org.partnerflow.embedded;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.partnerflow.shared.Problems;

/** The page of the mails that the local start has caught; not there in production, where nothing is caught. */
@Path("/api/local/mails")
public class CaughtMailResource {
    @Inject
    EmbeddedConfig config;

    @Inject
    @Location("local/mails.html")
    Template page;

    @GET
    @PermitAll
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_HTML)
    public String mails() {
        var folder = config.mailFolder().orElseThrow(() -> Problems.notFound("Page"));
        List<CaughtMail> mails = CaughtMail.allIn(folder).reversed();
        return page.data("mails", mails).render();
    }
}
