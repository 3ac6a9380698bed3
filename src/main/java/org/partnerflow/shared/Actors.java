package org.partnerflow.shared;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.Arc;

/** Knows the current actor: of the request, or the one that somebody acts as. */
@ApplicationScoped
public class Actors {
    @Inject
    CurrentActor current;

    public Actor current() {
        return Arc.container().requestContext().isActive() ? current.get() : Actor.NOBODY;
    }

    /** Makes {@code actor} the current one until the request ends. */
    public void enter(Actor actor) {
        current.set(actor);
    }

    /** Does {@code work} as {@code actor}; afterwards the former actor is back. */
    public <T> T as(Actor actor, Callable<T> work) {
        var requests = Arc.container().requestContext();
        boolean opened = !requests.isActive();
        if (opened) {
            requests.activate();
        }
        var former = current.get();
        current.set(actor);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            current.set(former);
            if (opened) {
                requests.terminate();
            }
        }
    }

    public void as(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }
}
