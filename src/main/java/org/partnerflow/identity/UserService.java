package org.partnerflow.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;

/** Organisations and users: making, listing, disabling. */
@ApplicationScoped
public class UserService {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

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
    Event<KnownLogins.Changed> loginChanged;

    /** A user of the current organisation with roles there. */
    public record Member(User user, Set<Role> roles) {}

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
     * Makes a user with roles in the current organisation, or gives the existing user with this address these roles as well. The
     * user has no password yet.
     */
    @Transactional
    public User createMember(String email, String name, Set<Role> roles) {
        var address = EmailAddress.checked("email", email);
        var user = users.findByEmail(address).orElseGet(() -> {
            var created = new User(address, checkedName(name));
            users.persist(created);
            return created;
        });
        var organisation = actors.current().organisation();
        users.membership(user.id(), organisation)
                .ifPresentOrElse(
                        membership -> membership.roles.addAll(roles),
                        () -> entities.persist(new Membership(user.id(), organisation, roles)));
        loginChanged.fire(new KnownLogins.Changed());
        audit.record("user.added", "user", user.id(), Map.of("roles", names(roles)));
        return user;
    }

    /** Makes a member of staff of the current organisation and mails them a link to set their password. */
    @Transactional
    public User inviteStaff(String email, String name, Set<Role> roles) {
        if (!roles.stream().allMatch(role -> role.kind() == Actor.Kind.STAFF)) {
            throw Problems.invalid(
                    "roles", "Expected roles of staff only; partners and customers are added on their own pages.");
        }
        var user = createMember(email, name, roles);
        if (user.lastLoginAt() == null) {
            var organisation = organisations.findById(actors.current().organisation());
            mails.sendWithSecretLink(
                    "staff-invitation",
                    user.id(),
                    user.email(),
                    "Your account at " + organisation.name(),
                    Map.of("name", user.name(), "organisation", organisation.name()),
                    invitations.invite(user.id()));
        }
        return user;
    }

    @Transactional
    public void setPassword(UUID userId, String password) {
        users.findById(userId).setPassword(secrets.hashPassword(password));
        sessions.endAllOf(userId);
        audit.record("user.password-set", "user", userId, Map.of());
    }

    /** Counts as a log-in, as a completed invitation does. Only for start-up and tests: nobody is asked for a password. */
    @Transactional
    public void countAsLoggedIn(UUID userId) {
        users.loggedIn(users.findById(userId), clock.instant());
    }

    @Transactional
    public List<Member> members(Set<Role> roles, @Nullable String nameContains, int limit) {
        var organisation = actors.current().organisation();
        return users.members(organisation, roles, nameContains, limit).stream()
                .map(user -> new Member(
                        user, users.membership(user.id(), organisation).orElseThrow().roles))
                .toList();
    }

    /** Those of the users who are members of the current organisation. */
    @Transactional
    public List<Member> members(Collection<UUID> userIds) {
        var organisation = actors.current().organisation();
        return userIds.stream()
                .distinct()
                .flatMap(id -> users.membership(id, organisation).stream())
                .map(membership -> new Member(users.findById(membership.userId), membership.roles))
                .toList();
    }

    /** The names of users, also of those who are no longer members. */
    @Transactional
    public Map<UUID, String> names(Collection<UUID> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : users.list("id in ?1", Set.copyOf(userIds)).stream().collect(Collectors.toMap(User::id, User::name));
    }

    /** Gives a user another address to log in with, as long as nobody has it. Links that were mailed before are useless from now on. */
    @Transactional
    public void changeEmail(UUID userId, String email) {
        var address = EmailAddress.checked("email", email);
        var user = member(userId).user();
        users.findByEmail(address).filter(other -> !other.id().equals(userId)).ifPresent(other -> {
            throw Problems.conflict(
                    "Expected an address that no other log-in has, but %s is taken.".formatted(address));
        });
        user.moveTo(address);
        invitations.revoke(userId);
        loginChanged.fire(new KnownLogins.Changed());
        audit.record("user.email-changed", "user", userId, Map.of("email", address));
    }

    /** Takes a user out of the current organisation: open invitations become useless and all sessions end at once. */
    @Transactional
    public void removeMember(UUID userId) {
        var membership = membership(userId);
        invitations.revoke(userId);
        entities.remove(membership);
        sessions.endAllOf(userId);
        audit.record("user.removed", "user", userId, Map.of());
    }

    /** A member of the current organisation; 404 for anybody else. */
    @Transactional
    public Member member(UUID userId) {
        return new Member(users.findById(userId), membership(userId).roles);
    }

    /** Ends all sessions of a member at once and lets nobody log in as them, until they are enabled again. */
    @Transactional
    public void setActive(UUID userId, boolean active) {
        var user = member(userId).user();
        if (active) {
            user.enable();
        } else {
            user.disable();
            sessions.endAllOf(userId);
        }
        audit.record(active ? "user.enabled" : "user.disabled", "user", userId, Map.of());
    }

    @Transactional
    public void setRoles(UUID userId, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Problems.invalid("roles", "Expected at least one role.");
        }
        var membership = membership(userId);
        membership.roles.clear();
        membership.roles.addAll(roles);
        loginChanged.fire(new KnownLogins.Changed());
        audit.record("user.roles-set", "user", userId, Map.of("roles", names(roles)));
    }

    private Membership membership(UUID userId) {
        return users.membership(userId, actors.current().organisation()).orElseThrow(() -> Problems.notFound("User"));
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toList();
    }

    private static String checkedName(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > 200
                || CONTROL.matcher(trimmed).find()) {
            throw Problems.invalid("name", "Expected a name of 1 to 200 characters without line breaks.");
        }
        return trimmed;
    }
}
