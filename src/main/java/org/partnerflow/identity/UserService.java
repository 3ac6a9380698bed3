package org.partnerflow.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Leaving;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Texts;

/** Organisations and users: making, listing, disabling. */
@ApplicationScoped
public class UserService {
    private static final int LONGEST_NAME = 200;

    @Inject
    Users users;

    @Inject
    Organisations organisations;

    @Inject
    Sessions sessions;

    @Inject
    Secrets secrets;

    @Inject
    Invitations invitations;

    @Inject
    MemberRules rules;

    @Inject
    Mails mails;

    @Inject
    EntityManager entities;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    Actors actors;

    @Inject
    Leaving leaving;

    @Inject
    WorkGate gate;

    @Inject
    Event<KnownLogins.Changed> loginChanged;

    /** A person who is, or is invited to be, a member of the current organisation. */
    public record Member(User user, Membership membership) {
        public UUID id() {
            return user.id();
        }

        /** As the organisation has invited them, until they have accepted; then their own. */
        public String name() {
            return membership.invitedName() == null ? user.name() : membership.invitedName();
        }

        /** As {@link #name()}. */
        public String email() {
            return membership.invitedEmail() == null ? user.email() : membership.invitedEmail();
        }

        public Set<Role> roles() {
            return membership.roles();
        }

        public boolean active() {
            return membership.active();
        }

        /** Whether they have accepted the invitation, which counts as having logged in. */
        public boolean accepted() {
            return membership.accepted();
        }

        public boolean isStaff() {
            return roles().stream().anyMatch(role -> role.kind() == Actor.Kind.STAFF);
        }
    }

    /** Makes an organisation; without a parent it is the root of an enterprise. Only for start-up and tests: no permission is asked. */
    @Transactional
    public Organisation createOrganisation(String name, @Nullable UUID parentId) {
        var organisation = new Organisation(name, parentId);
        organisations.persist(organisation);
        return organisation;
    }

    @Transactional
    public void setOwner(UUID organisationId, UUID userId) {
        organisations.findById(organisationId).ownedBy(userId);
    }

    /**
     * Makes whoever has this address a member of the current organisation who has yet to accept, or gives the member with this address
     * these roles as well. A new person has no log-in yet.
     */
    @Transactional
    public User createMember(String email, String name, Set<Role> roles) {
        var address = EmailAddress.checked("email", email);
        var known = Texts.line("name", name, LONGEST_NAME);
        var user = users.ofAddress(address, known);
        join(user.id(), known, address, roles);
        return user;
    }

    /** Makes who has left a member again who has yet to accept, with the name and the address that they had here. */
    @Transactional
    public void bringBack(UUID userId, Set<Role> roles) {
        var former = Optional.ofNullable(entities.find(
                        FormerMember.class,
                        new FormerMember.Key(actors.current().organisation(), userId)))
                .orElseThrow(() -> Problems.notFound("User"));
        join(userId, former.name(), former.email(), roles);
    }

    private void join(UUID userId, String name, String address, Set<Role> roles) {
        var membership = users.membershipOf(userId, actors.current().organisation(), name, address);
        membership.expectActive(name);
        membership.invitedAs(name, address);
        membership.grant(roles, name);
        loginChanged.fire(new KnownLogins.Changed());
        audit.record(AuditAction.USER_ADDED, userId, Map.of("roles", names(roles)));
    }

    /** Makes a member of staff of the current organisation and mails them a link by which they accept. */
    @Transactional
    public User inviteStaff(String email, String name, Set<Role> roles) {
        MemberRules.expectStaffRoles(roles);
        memberByEmail(email).filter(Member::isStaff).filter(Member::accepted).ifPresent(known -> {
            throw Problems.conflict("%s works here already. Change the roles on their page.".formatted(known.name()));
        });
        var user = createMember(email, name, roles);
        var member = member(user.id());
        var organisation = organisations.findById(actors.current().organisation());
        mails.sendWithSecretLink(
                "staff-invitation",
                user.id(),
                member.email(),
                "Your account at " + organisation.name(),
                Map.of("name", member.name(), "organisation", organisation.name()),
                invitations.invite(user.id()));
        return user;
    }

    /** Sets a password and makes the person a member of the current organisation at once. Only for demo data and tests: nobody is asked. */
    @Transactional
    public void setPassword(UUID userId, String password) {
        users.findById(userId).setPassword(secrets.hashPassword(password));
        users.membership(userId, actors.current().organisation())
                .ifPresent(membership -> membership.accept(clock.instant()));
        sessions.endAllOf(userId);
        audit.record(AuditAction.USER_PASSWORD_SET, userId, Map.of());
    }

    /** Counts as a log-in, as a completed invitation does. Only for start-up and tests: nobody is asked for a password. */
    @Transactional
    public void countAsLoggedIn(UUID userId) {
        membership(userId).accept(clock.instant());
        users.loggedIn(users.findById(userId), clock.instant());
    }

    @Transactional
    public List<Member> members(Set<Role> roles, @Nullable String nameContains, int limit) {
        return members(roles, nameContains, null, limit);
    }

    /** By name, from after {@code after}. */
    @Transactional
    public List<Member> members(Set<Role> roles, @Nullable String text, @Nullable ListKey after, int limit) {
        return users.members(actors.current().organisation(), roles, text, after, limit);
    }

    /** Who has exactly this address, or else everybody who has this name; capitals do not count. */
    @Transactional
    public List<Member> membersCalled(Set<Role> roles, String addressOrName) {
        var called = users.membersCalled(actors.current().organisation(), roles, addressOrName);
        var address = EmailAddress.normal(addressOrName);
        var name = NormalForm.key(addressOrName);
        return called.stream()
                .filter(member -> EmailAddress.normal(member.email()).equals(address))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> called.stream()
                        .filter(member -> NormalForm.key(member.name()).equals(name))
                        .toList());
    }

    /** Those of the users who are members of the current organisation. */
    @Transactional
    public List<Member> members(Collection<UUID> userIds) {
        return users.members(actors.current().organisation(), userIds);
    }

    /** Who is, or is invited to be, a member with this address. */
    @Transactional
    public Optional<Member> memberByEmail(String email) {
        return users.findByEmail(email)
                .flatMap(user -> members(List.of(user.id())).stream().findFirst());
    }

    /**
     * The names of users as the organisation knows them: of members, of staff of the organisations above it, and of those who have
     * left, as they were called then. Of anybody else it knows no name.
     */
    @Transactional
    public Map<UUID, String> names(Collection<UUID> userIds) {
        return users.names(actors.current().organisation(), userIds);
    }

    /**
     * Takes a person out of the current organisation: open invitations become useless, their sessions here end at once, and their work
     * goes to others.
     *
     * @param handOver who takes over what must have somebody; null when nobody was named
     */
    @Transactional
    public void removeMember(UUID userId, @Nullable UUID handOver) {
        gate.close();
        invitations.revoke(userId); // before the membership is held, as who accepts one does
        var membership = membershipToChange(userId);
        rules.expectNotNeeded(membership, Set.of(), "removed");
        var member = member(userId);
        entities.merge(new FormerMember(member, clock.instant()));
        entities.remove(membership);
        sessions.endIn(userId, membership.organisationId);
        audit.record(AuditAction.USER_REMOVED, userId, Map.of("roles", names(membership.roles())));
        leave(new Leaver(userId, member.name(), Leaver.Way.REMOVED, Set.of()), handOver);
    }

    /** A member of the current organisation, also one who is only invited; 404 for anybody else. */
    @Transactional
    public Member member(UUID userId) {
        return new Member(users.findById(userId), membership(userId));
    }

    /** What a member would leave behind who had only these roles; none stands for disabling or removing them. */
    @Transactional
    public Leaving.Preview work(UUID userId, Set<Role> roles) {
        return leaving.preview(new Leaver(userId, member(userId).name(), Leaver.Way.DISABLED, roles));
    }

    /**
     * Ends all sessions of a member here at once and lets them in no more, until they are enabled again; elsewhere they go on. Their work
     * goes to others: enabled again, they have none until they are given some. Who has not accepted yet has to be invited again then.
     *
     * @param handOver who takes over what must have somebody; null when nobody was named
     */
    @Transactional
    public void setActive(UUID userId, boolean active, @Nullable UUID handOver) {
        gate.close();
        if (!active) {
            invitations.revoke(userId); // before the membership is held, as who accepts one does
        }
        var membership = membershipToChange(userId);
        if (membership.active() == active) {
            return;
        }
        if (active) {
            membership.enable();
        } else {
            rules.expectNotNeeded(membership, Set.of(), "disabled");
            membership.disable();
            sessions.endIn(userId, membership.organisationId);
        }
        loginChanged.fire(new KnownLogins.Changed());
        audit.record(
                active ? AuditAction.USER_ENABLED : AuditAction.USER_DISABLED,
                userId,
                Map.of("active", change(!active, active)));
        if (!active) {
            leave(new Leaver(userId, member(userId).name(), Leaver.Way.DISABLED, Set.of()), handOver);
        }
    }

    /**
     * Roles of staff for a member of staff; those of partners and customers come and go with their records.
     *
     * @param handOver who takes over what they can do no longer and must have somebody; null when nobody was named
     */
    @Transactional
    public void setRoles(UUID userId, Set<Role> roles, @Nullable UUID handOver) {
        MemberRules.expectStaffRoles(roles);
        var membership = membershipToChange(userId);
        MemberRules.expectStaff(member(userId));
        rules.expectNotNeeded(membership, roles, "without the role of an administrator");
        var before = names(membership.roles());
        membership.setStaffRoles(roles);
        loginChanged.fire(new KnownLogins.Changed());
        audit.record(AuditAction.USER_ROLES_SET, userId, Map.of("roles", change(before, names(roles))));
        leave(new Leaver(userId, member(userId).name(), Leaver.Way.ROLES_TAKEN, roles), handOver);
    }

    private void leave(Leaver leaver, @Nullable UUID handOver) {
        entities.flush();
        leaving.leave(leaver, handOver);
    }

    /**
     * Whoever gives the member work comes before or after it; and of two who take the same right from each other at once, one comes first
     * and the other sees it.
     */
    private Membership membershipToChange(UUID userId) {
        gate.close();
        var membership = membership(userId);
        try {
            entities.refresh(membership, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException removedMeanwhile) {
            throw Problems.notFound("User");
        }
        return membership;
    }

    private Membership membership(UUID userId) {
        return users.membership(userId, actors.current().organisation()).orElseThrow(() -> Problems.notFound("User"));
    }

    private static Map<String, Object> change(Object before, Object after) {
        return Map.of("before", before, "after", after);
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toList();
    }
}
