package org.partnerflow.shared.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.partnerflow.shared.Problems;

/**
 * Waits for the body of a request before any thread is given to it: who sends slowly, or never ends, keeps a connection busy and nothing
 * else. Those who are not logged in get little time and little room.
 */
@ApplicationScoped
class RequestBodies {
    private static final int AFTER_AUTHENTICATION = -50;
    private static final int SOON_SECONDS = 5;
    private static final long LINGER_MILLIS = 2_000;
    private static final long ROOM = Runtime.getRuntime().maxMemory() / 8;

    @Inject
    BodyConfig config;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largest;

    /** Those of people who are not logged in, the oldest first. */
    private final Queue<BodyReader> anonymous = new ConcurrentLinkedQueue<>();

    /** Bytes of all bodies that are here. */
    private final AtomicLong room = new AtomicLong();

    void read(@Observes Router router) {
        router.route().order(AFTER_AUTHENTICATION).handler(this::read);
    }

    private void read(RoutingContext context) {
        if (!hasBody(context.request()) || context.body().available()) {
            context.next();
            return;
        }
        boolean loggedIn = context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
        var reader = new BodyReader(context, room, ROOM, this::refuse);
        if (loggedIn) {
            reader.read(config.time(), largest.asLongValue());
            return;
        }
        anonymous.add(reader);
        reader.onEnd(() -> anonymous.remove(reader));
        reader.read(config.anonymousTime(), config.anonymousSize().asLongValue());
        if (anonymous.size() > config.mostAnonymous()) {
            var oldest = anonymous.poll();
            if (oldest != null) {
                oldest.giveUp(Problems.unavailable("Too many requests wait for their bodies.", SOON_SECONDS));
            }
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    /** The connection ends soon after the answer: the rest of the body is let pass for a moment, so that the answer is read. */
    private void refuse(RoutingContext context, HttpProblem problem) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        if (context.request().version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        var request = context.request();
        request.handler(ignored -> {});
        request.endHandler(sent -> request.connection().close());
        response.end(json.valueToTree(problem).toString());
        context.vertx().setTimer(LINGER_MILLIS, over -> request.connection().close());
    }
}
