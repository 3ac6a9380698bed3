package org.partnerflow.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.ProcessOwner;
import org.partnerflow.engine.Processes;

/** What the engine asks of partner users. */
@ApplicationScoped
class PartnerUserProcesses implements ProcessOwner {
    private static final Set<String> PROCESSES = Set.of(PartnerUserService.ONBOARDING, "portal-invitation");

    private static final Set<PartnerUserState> ON_THE_WAY =
            Set.of(PartnerUserState.WAITING, PartnerUserState.INVITED, PartnerUserState.ACCEPTED);

    /** Right after the start: an invitation that went out is not sent again there. */
    private static final String BEGINNING = "CallActivity_InviteToPortal";

    @Inject
    PartnerUserRecords partners;

    @Inject
    Processes processes;

    @Override
    public boolean owns(String processId) {
        return PROCESSES.contains(processId);
    }

    @Override
    public List<Owed> owed(@Nullable UUID after, int most) {
        return partners
                .find("state in ?1 and (?2 is null or id > ?2) order by id", ON_THE_WAY, after)
                .page(0, most)
                .stream()
                .map(partner -> new Owed(partner.id(), PartnerUserService.ONBOARDING, null, partner.updatedAt()))
                .toList();
    }

    @Override
    public Optional<String> beginAnew(Owed owed, boolean anotherEngine) {
        var partner = partners.locked(owed.recordId());
        if (!ON_THE_WAY.contains(partner.state())) {
            return Optional.empty();
        }
        processes.putOn(owed.processId(), partner.id(), BEGINNING, Map.of());
        if (partner.state() == PartnerUserState.ACCEPTED) {
            processes.publish(InvitationEvents.ACCEPTED, partner.id(), Map.of());
        }
        return Optional.of("an invitation that is " + partner.state().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return partners.findByIdOptional(recordId).map(PartnerUser::name);
    }
}
