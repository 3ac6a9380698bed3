package org.partnerflow.shared;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the web pages: every address that looks like one of theirs leads to the single page, which knows what is there, and the
 * browser is told what it may load and keep. Addresses that are written oddly stay with REST and get a 404.
 */
@ApplicationScoped
class WebPages {
    private static final int BEFORE_EVERYTHING = -1000;
    private static final String SINGLE_PAGE = "/";
    private static final Pattern PAGE = Pattern.compile("(/[A-Za-z0-9_-]+)+/?");
    private static final Pattern NOT_A_PAGE = Pattern.compile("/(api|q|assets)(/.*)?", Pattern.CASE_INSENSITIVE);
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "style-src 'self' 'unsafe-inline'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    void serve(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::addHeaders);
        router.route().order(BEFORE_EVERYTHING + 1).handler(this::leadToSinglePage);
    }

    private void addHeaders(RoutingContext context) {
        context.addHeadersEndHandler(sent -> {
            var headers = context.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "same-origin");
            var path = context.normalizedPath();
            if (path.startsWith("/api/")) {
                if (!headers.contains("Cache-Control")) {
                    headers.set("Cache-Control", "no-store");
                }
            } else {
                headers.set("Content-Security-Policy", POLICY);
                headers.set("Cache-Control", isForever(context) ? "public, immutable, max-age=31536000" : "no-cache");
            }
        });
        context.next();
    }

    /** The build names these files by their content. */
    private static boolean isForever(RoutingContext context) {
        return context.normalizedPath().startsWith("/assets/")
                && context.response().getStatusCode() < 300;
    }

    private void leadToSinglePage(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.GET)
                && isPage(context.request().path())) {
            context.reroute(SINGLE_PAGE);
        } else {
            context.next();
        }
    }

    static boolean isPage(String path) {
        return PAGE.matcher(path).matches() && !NOT_A_PAGE.matcher(path).matches();
    }
}
