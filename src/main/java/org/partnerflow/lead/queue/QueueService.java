package org.partnerflow.lead.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Makes and changes queues. */
@ApplicationScoped
public class QueueService {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1000;

    @Inject
    Queues queues;

    @Inject
    Members members;

    @Inject
    Actors actors;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Event<QueueEmptied> emptied;

    /** Nobody is in the queue any more; observed in the same transaction. */
    public record QueueEmptied(UUID queueId) {}

    @Transactional
    public List<Queue> all() {
        return queues.byName();
    }

    /** All queues for staff, their own for a partner user. */
    @Transactional
    public List<Queue> visible() {
        var actor = actors.current();
        return actor.isStaff() ? queues.byName() : queues.ofMember(actor.user());
    }

    /** One of those that the caller sees. */
    @Transactional
    public Queue visible(UUID id) {
        return visible().stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("Queue"));
    }

    @Transactional
    public Queue read(UUID id) {
        return queues.findByIdOptional(id).orElseThrow(() -> Problems.notFound("Queue"));
    }

    /** As it stays until the transaction ends: whoever takes a member out waits, and then finds what was put into it. */
    @Transactional
    public Queue held(UUID id) {
        return queues.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("Queue"));
    }

    @Transactional
    public Queue create(String name, @Nullable String description, Set<UUID> partnerUsers) {
        expectUnused(name, null);
        members.expectPartnerUsers(partnerUsers);
        var queue = new Queue(checkedName(name), checkedDescription(description));
        queue.setMembers(partnerUsers);
        queues.persist(queue);
        audit.record(AuditAction.QUEUE_CREATED, queue.id(), facts(queue));
        return queue;
    }

    @Transactional
    public Queue change(UUID id, int seenVersion, String name, @Nullable String description, Set<UUID> partnerUsers) {
        gate.pass();
        var queue = held(id);
        queue.expectVersion(seenVersion);
        expectUnused(name, id);
        members.expectPartnerUsers(partnerUsers);
        queue.describe(checkedName(name), checkedDescription(description));
        queue.setMembers(partnerUsers);
        audit.record(AuditAction.QUEUE_CHANGED, id, facts(queue));
        queues.flush();
        tellIfEmpty(queue);
        return queue;
    }

    /** A partner user who can take leads no longer leaves the queue. */
    @Transactional
    void dismiss(UUID id, UUID partnerUser) {
        var queue = queues.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var before = queue.members();
        var others = new HashSet<>(before);
        if (others.remove(partnerUser)) {
            queue.setMembers(others);
            audit.record(
                    AuditAction.QUEUE_CHANGED,
                    id,
                    Map.of("name", queue.name(), "before", before, "members", queue.members()));
            tellIfEmpty(queue);
        }
    }

    private void tellIfEmpty(Queue queue) {
        if (queue.members().isEmpty()) {
            emptied.fire(new QueueEmptied(queue.id()));
        }
    }

    private static String checkedName(String name) {
        return Texts.line("name", name, LONGEST_NAME);
    }

    private static String checkedDescription(@Nullable String description) {
        var checked = Texts.optionalLines("description", description, LONGEST_DESCRIPTION);
        return checked == null ? "" : checked;
    }

    private void expectUnused(String name, @Nullable UUID exceptBy) {
        queues.named(name).filter(found -> !found.id().equals(exceptBy)).ifPresent(found -> {
            throw Problems.conflict("There is a queue called \"%s\" already.".formatted(found.name()));
        });
    }

    private static Map<String, Object> facts(Queue queue) {
        return Map.of("name", queue.name(), "members", queue.members());
    }
}
