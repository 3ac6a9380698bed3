package org.partnerflow.identity;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import org.partnerflow.audit.LogIns;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Looks the session of an open stream up again, past {@link KnownLogins}. */
@ApplicationScoped
class StreamLogIns implements LogIns {
    @Inject
    Sessions sessions;

    @Inject
    CurrentVertxRequest request;

    @Inject
    Actors actors;

    @Override
    public Supplier<Optional<Actor>> ofThisRequest() {
        var token = SessionCookieMechanism.token(request.getCurrent())
                .orElseThrow(() -> Problems.forbidden("Expected a session."));
        var address = actors.current().address();
        return () -> sessions.find(token).map(login -> login.actor(address));
    }
}
