package org.partnerflow.shared;

import jakarta.enterprise.context.RequestScoped;

@RequestScoped
class CurrentActor {
    Actor actor = Actor.NOBODY;
}
