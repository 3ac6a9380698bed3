package org.partnerflow.shared;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.DefaultExceptionMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/** Answers a form with files that breaks off, or is none: its reader tells that as it would tell a broken connection. */
class FormProblems {
    private static final Pattern FORM = Pattern.compile("\\s*multipart/form-data", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"[^\"]+\"|[^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> withoutBoundary(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return isForm(type) && !WITH_BOUNDARY.matcher(type).find()
                ? Optional.of(broken().toResponse())
                : Optional.empty();
    }

    @ServerExceptionMapper({IOException.class, MalformedMessageException.class})
    public Response broken(Exception e, ContainerRequestContext request) {
        return isForm(request.getHeaderString(HttpHeaders.CONTENT_TYPE))
                ? broken().toResponse()
                : new DefaultExceptionMapper().toResponse(e);
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && FORM.matcher(type).lookingAt();
    }

    private static HttpProblem broken() {
        return Problems.invalid(
                "body", "Expected a form (multipart/form-data) with all of its parts, each with its name and its end.");
    }
}
