package org.partnerflow.shared;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;

/** Knows the current actor: of the request, or the one that somebody acts as. */
@ApplicationScoped
public class Actors {

    public Actor current() {
        var requests = Arc.container().requestContext();
        return requests.isActive()
                ? Arc.container().instance(CurrentActor.class).get().actor
                : Actor.NOBODY;
    }

    /** Makes {@code actor} the current one until the request ends. */
    public void enter(Actor actor) {
        Arc.container().instance(CurrentActor.class).get().actor = actor;
    }

    /** Does {@code work} as {@code actor}; afterwards the former actor is back. */
    public <T> T as(Actor actor, Callable<T> work) {
        var requests = Arc.container().requestContext();
        boolean opened = !requests.isActive();
        if (opened) {
            requests.activate();
        }
        var holder = Arc.container().instance(CurrentActor.class).get();
        var former = holder.actor;
        holder.actor = actor;
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            holder.actor = former;
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
