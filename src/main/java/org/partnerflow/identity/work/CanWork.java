package org.partnerflow.identity.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

/** The one question that is asked before anybody is given work: can they do it, here and now? */
@ApplicationScoped
public class CanWork {
    private static final String MEMBERS = """
            select u.id, coalesce(m.invited_name, u.name) as name, m.active, m.accepted_at is not null as accepted, r.role_name
            from app_user u
            join membership m on m.user_id = u.id and m.organisation_id = ?
            left join membership_role r on r.membership_id = m.id
            where u.id in (%s)""";

    @Inject
    Sql sql;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    WorkGate gate;

    @Inject
    @Any
    Instance<WorkObstacle> obstacles;

    /**
     * A member as the question sees them.
     *
     * @param accepted the invitation
     */
    public record Person(UUID id, String name, boolean active, boolean accepted, Set<Role> roles) {
        private Optional<String> objection(Duty duty) {
            if (!active) {
                return Optional.of("%s is disabled. Enable the user first.".formatted(name));
            }
            return duty.fits(roles)
                    ? Optional.empty()
                    : Optional.of(duty.missing().formatted(name));
        }
    }

    /** Why somebody cannot do it, in a sentence; empty if they can. */
    @Transactional
    public Optional<String> objection(UUID userId, Duty duty) {
        return Optional.ofNullable(objections(List.of(userId), duty).get(userId));
    }

    /** For each of the users who cannot do it, why not, in a sentence; the others can. */
    @Transactional
    public Map<UUID, String> objections(Collection<UUID> userIds, Duty duty) {
        entities.flush(); // what was changed in this transaction counts
        var people = people(userIds);
        var found = new HashMap<UUID, String>();
        for (var id : userIds) {
            var person = people.get(id);
            if (person == null) {
                found.put(id, "Whoever was named is no member of this organisation.");
            } else {
                person.objection(duty).ifPresent(why -> found.put(id, why));
            }
        }
        var able = people.values().stream()
                .filter(person -> !found.containsKey(person.id()))
                .toList();
        if (!able.isEmpty()) {
            obstacles.forEach(known -> known.of(able, duty).forEach(found::putIfAbsent));
        }
        able.stream()
                .filter(person -> !person.accepted())
                .forEach(person -> found.putIfAbsent(
                        person.id(), "%s has not accepted the invitation yet.".formatted(person.name())));
        return found;
    }

    /** The members of the organisation who can do all of it, by name. */
    @Transactional
    public List<Person> members(Set<Duty> duties) {
        var ids = sql.query(
                "select user_id from membership where organisation_id = ?",
                row -> Objects.requireNonNull(Sql.id(row, "user_id")),
                actors.current().organisation());
        for (var duty : duties) {
            ids = able(ids, duty);
        }
        return people(ids).values().stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    /** Those of the users who can do it, in their order. */
    @Transactional
    public List<UUID> able(Collection<UUID> userIds, Duty duty) {
        var objections = objections(userIds, duty);
        return userIds.stream().filter(Predicate.not(objections::containsKey)).toList();
    }

    /**
     * Expects somebody who can do it, and who does not leave before the caller's transaction has ended. Where a record is locked or stored
     * before, {@link WorkGate#pass} comes first.
     *
     * @param field of the form that names them
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = HttpProblem.class)
    public void expect(String field, UUID userId, Duty duty) {
        expectAll(field, List.of(userId), duty);
    }

    @Transactional(value = TxType.MANDATORY, dontRollbackOn = HttpProblem.class)
    public void expectAll(String field, Collection<UUID> userIds, Duty duty) {
        gate.pass();
        var objections = objections(userIds, duty);
        if (!objections.isEmpty()) {
            throw Problems.invalid(
                    field,
                    "Expected somebody who can %s. %s"
                            .formatted(
                                    duty.words(),
                                    String.join(
                                            " ",
                                            objections.values().stream()
                                                    .sorted()
                                                    .toList())));
        }
    }

    /** As {@link #expect}, where the work is named by the path or by a decision, not by a field of a form (422). */
    @Transactional(TxType.MANDATORY)
    public void refuseUnlessAble(UUID userId, Duty duty) {
        gate.pass();
        objection(userId, duty).ifPresent(why -> {
            throw Problems.refused(why);
        });
    }

    /** Those of the users who are members here, by their ids. */
    @Transactional
    public Map<UUID, Person> people(Collection<UUID> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        var people = new HashMap<UUID, Person>();
        sql.query(MEMBERS.formatted(Sql.places(userIds.size())), CanWork::person, inOrganisation(userIds))
                .forEach(person -> people.merge(person.id(), person, CanWork::withBothRoles));
        return people;
    }

    private @Nullable Object[] inOrganisation(Collection<UUID> userIds) {
        var values = new ArrayList<@Nullable Object>();
        values.add(actors.current().organisation());
        values.addAll(userIds);
        return values.toArray();
    }

    private static Person person(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        var role = row.getString("role_name");
        if (role != null) {
            roles.add(Role.valueOf(role));
        }
        return new Person(
                Objects.requireNonNull(Sql.id(row, "id")),
                row.getString("name"),
                row.getBoolean("active"),
                row.getBoolean("accepted"),
                roles);
    }

    private static Person withBothRoles(Person one, Person other) {
        one.roles().addAll(other.roles());
        return one;
    }
}
