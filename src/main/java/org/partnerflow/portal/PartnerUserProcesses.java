package org.partnerflow.portal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.ProcessOwner;

/** What the engine asks of partner users. */
@ApplicationScoped
class PartnerUserProcesses implements ProcessOwner {
    private static final Set<String> PROCESSES = Set.of(PartnerUserService.ONBOARDING, "portal-invitation");

    @Inject
    PartnerUserRecords partners;

    @Override
    public boolean owns(String processId) {
        return PROCESSES.contains(processId);
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return partners.findByIdOptional(recordId).map(PartnerUser::name);
    }
}
