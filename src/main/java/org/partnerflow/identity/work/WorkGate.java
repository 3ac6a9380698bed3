package org.partnerflow.identity.work;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.LockRow;

/**
 * The gate between giving work and leaving, one in each organisation: any number of transactions that give somebody work pass it side
 * by side, and whoever leaves closes it until they have left.
 *
 * <p>This is the order of locks: the gate first, then the records, whatever they are. Who holds a record and only then comes to the gate
 * would wait for a leaver who waits for that record, so it is refused here. The gate is a row of its own, to which nothing refers: the
 * row of the organisation is held by everybody who stores a record that refers to it.
 */
@ApplicationScoped
public class WorkGate {
    private static final String FIND = "select organisation_id from work_gate where organisation_id = ? ";
    private static final String SIDE_BY_SIDE = FIND + "lock in share mode";
    private static final String ALONE = FIND + "for update";
    private static final String INSERT = "insert ignore into work_gate (organisation_id) values (?)";

    @Inject
    LockRow rows;

    @Inject
    Actors actors;

    @Inject
    EntityManager entities;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private enum Held {
        SIDE_BY_SIDE,
        ALONE
    }

    /** The gate of one organisation, as the transaction remembers it. */
    private record Key(UUID organisation) {}

    /** Called before anybody is given work: nobody leaves until the caller's transaction has ended. */
    @Transactional(TxType.MANDATORY)
    public void pass() {
        if (held() == null) {
            take(SIDE_BY_SIDE, Held.SIDE_BY_SIDE);
        }
    }

    /** Called before anybody leaves: nobody is given work, and nobody else leaves, until the caller's transaction has ended. */
    @Transactional(TxType.MANDATORY)
    public void close() {
        if (held() == Held.SIDE_BY_SIDE) {
            throw new IllegalStateException(
                    "Expected the gate to be closed at once, but it was passed: two who do so wait for each other.");
        }
        if (held() == null) {
            take(ALONE, Held.ALONE);
        }
    }

    private @Nullable Held held() {
        return (Held) transaction.getResource(key());
    }

    private Key key() {
        return new Key(actors.current().organisation());
    }

    private void take(String lock, Held how) {
        expectNothingLocked();
        rows.take(lock, INSERT, actors.current().organisation());
        transaction.putResource(key(), how);
    }

    private void expectNothingLocked() {
        var context = entities.unwrap(SessionImplementor.class).getPersistenceContextInternal();
        for (var entry : context.reentrantSafeEntityEntries()) {
            if (entry.getValue().getLockMode().greaterThan(LockMode.READ)) {
                throw new IllegalStateException(
                        "Expected the gate to be passed before a record is locked or stored, but %s is."
                                .formatted(entry.getValue().getEntityName()));
            }
        }
    }
}
