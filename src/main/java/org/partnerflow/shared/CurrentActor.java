package org.partnerflow.shared;

import jakarta.enterprise.context.RequestScoped;

@RequestScoped
class CurrentActor {
    private Actor actor = Actor.NOBODY;

    Actor get() {
        return actor;
    }

    void set(Actor actor) {
        this.actor = actor;
    }
}
