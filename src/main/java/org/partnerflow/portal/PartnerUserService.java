package org.partnerflow.portal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.Invitations;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.Leaving;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.shared.CreationLock;
import org.partnerflow.shared.Role;

/** Makes contacts partner users, allocates them to staff, and takes them out again. */
@ApplicationScoped
public class PartnerUserService {
    static final String ONBOARDING = "partner-onboarding";
    static final String ALLOCATED = "portal-invitation.allocated";
    static final String SEND_AGAIN = "portal-invitation.send-again";

    @Inject
    PartnerUserRecords partners;

    @Inject
    PartnerUserCheck check;

    @Inject
    PartnerAccounts accounts;

    @Inject
    UserService users;

    @Inject
    CanWork canWork;

    @Inject
    Invitations invitations;

    @Inject
    Processes processes;

    @Inject
    WorkGate gate;

    @Inject
    CreationLock lock;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Makes a contact a partner user and starts the onboarding. The invitation is mailed as soon as the partner user is allocated
     * to somebody and the mail "partner added" is on.
     *
     * @param allocatedTo members of staff; may be empty
     */
    @Transactional
    public UUID enable(UUID contactId, List<UUID> allocatedTo) {
        var partner = create(contactId, allocatedTo);
        partners.persistAndFlush(partner);
        audit.record(
                AuditAction.PARTNER_USER_ENABLED,
                partner.id(),
                Map.of("name", partner.name(), "allocatedTo", names(partner.allocatedTo())));
        processes.start(ONBOARDING, partner.id(), Map.of());
        return partner.id();
    }

    /** Makes a contact a partner user who is active at once, without an invitation. Only for demo data and tests: nobody is asked. */
    @Transactional
    public UUID admit(UUID contactId, List<UUID> allocatedTo) {
        var partner = create(contactId, allocatedTo);
        partner.accepted(clock.instant());
        partner.activate();
        partners.persistAndFlush(partner);
        audit.record(AuditAction.PARTNER_USER_ADMITTED, partner.id(), Map.of("name", partner.name()));
        return partner.id();
    }

    /** One after the other: of two who enable a contact, or an address, at once, the second is told. */
    private PartnerUser create(UUID contactId, List<UUID> allocatedTo) {
        gate.pass();
        var contact = accounts.requireContact(contactId);
        lock.take("partner-user");
        check.refuseUnlessPossible(contact);
        var staff = staff("allocatedTo", allocatedTo);
        var user = users.createMember(contact.email(), contact.name(), Set.of(Role.PARTNER));
        var partner = new PartnerUser(contactId, contact.accountId(), user.id(), contact.name(), contact.email());
        partner.allocate(staff);
        return partner;
    }

    /** Says whose partner this is; an invitation that has waited for it goes out. */
    @Transactional
    public void allocate(UUID id, int seenVersion, List<UUID> userIds) {
        gate.pass();
        var partner = partners.locked(id);
        partner.expectVersion(seenVersion);
        var before = names(partner.allocatedTo());
        partner.allocate(staff("userIds", userIds));
        audit.record(
                AuditAction.PARTNER_USER_ALLOCATED,
                id,
                Map.of("before", before, "allocatedTo", names(partner.allocatedTo())));
        releaseIfWaiting(partner);
        partners.flush();
    }

    /** Makes the mailed link useless and has another invitation sent. */
    @Transactional
    public void inviteAgain(UUID id) {
        var partner = partners.locked(id);
        check.refuseUnlessActive(partner);
        boolean expired = partner.state() == PartnerUserState.EXPIRED;
        partner.sendAgain();
        invitations.revoke(partner.userId());
        audit.record(AuditAction.PARTNER_USER_INVITED_AGAIN, id, Map.of());
        if (expired) {
            processes.start(ONBOARDING, id, Map.of());
        } else {
            processes.publish(SEND_AGAIN, id, Map.of());
        }
        partners.flush();
    }

    /** Invites who has the contact's new address in place of who has not accepted; the former link dies. */
    @Transactional
    void inviteInstead(PartnerUser partner, @Nullable String email) {
        check.refuseUnlessInvitable(partner, email);
        var former = partner.userId();
        var person = users.createMember(Objects.requireNonNull(email), partner.name(), Set.of(Role.PARTNER));
        partner.invite(person.id(), email);
        partners.flush();
        users.removeMember(former, null);
        audit.record(AuditAction.PARTNER_USER_ADDRESS_CHANGED, partner.id(), Map.of("email", email));
        if (partner.state() == PartnerUserState.INVITED) {
            inviteAgain(partner.id());
        }
    }

    /**
     * Takes the partner user out of the portal: log-in, sessions and open invitations end at once. The contact stays.
     *
     * @param handOver another partner user of the account who gets the open deals; null for none
     */
    @Transactional
    public void remove(UUID id, @Nullable UUID handOver) {
        gate.close();
        var partner = partners.locked(id);
        partner.refuseWhenRemoved();
        users.removeMember(partner.userId(), handOver);
        partners.flush();
    }

    /** What the partner user would leave behind, and which other ones of the account could take it over. */
    @Transactional
    Leaving.Preview work(UUID id) {
        var partner = partners.require(id);
        partner.refuseWhenRemoved();
        var preview = users.work(partner.userId(), Set.of());
        var colleagues = partners.presentOfAccount(partner.accountId()).stream()
                .map(PartnerUser::userId)
                .collect(Collectors.toSet());
        return new Leaving.Preview(
                preview.work(),
                preview.successors().stream()
                        .filter(successor -> colleagues.contains(successor.id()))
                        .toList());
    }

    /** Sends what has waited for the mail "partner added". */
    @Transactional
    void releaseWaiting() {
        partners.waiting().forEach(this::releaseIfWaiting);
    }

    private void releaseIfWaiting(PartnerUser partner) {
        if (partner.state() == PartnerUserState.WAITING
                && !partner.allocatedTo().isEmpty()) {
            processes.publish(ALLOCATED, partner.id(), Map.of());
        }
    }

    private List<UUID> staff(String field, List<UUID> userIds) {
        var wanted = userIds.stream().distinct().toList();
        canWork.expectAll(field, wanted, Duty.OWN_DEALS);
        return wanted;
    }

    private List<String> names(List<UUID> userIds) {
        var names = users.names(userIds);
        return userIds.stream().map(names::get).toList();
    }
}
