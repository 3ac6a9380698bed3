package org.partnerflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.AttentionItems.Filter;
import org.partnerflow.engine.feed.Tokens;
import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** What people do with what needs attention: look, try again at once, put aside. */
@ApplicationScoped
class AttentionService {
    private static final int MOST_FAILURES = 200;

    @Inject
    AttentionItems items;

    @Inject
    Attention attention;

    @Inject
    ProcessOwners owners;

    @Inject
    JobWorkers workers;

    @Inject
    JobRunner runner;

    @Inject
    Outbox outbox;

    @Inject
    CamundaClient client;

    @Inject
    Tokens tokens;

    @Inject
    Actors actors;

    @Inject
    AuditTrail audit;

    @Transactional
    Page<AttentionItem> list(Filter filter, @Nullable UUID after, int limit) {
        return Page.of(
                items.list(filter, after, limit + 1), limit, item -> item.id().toString());
    }

    /**
     * Where the records of a process stand, and what keeps failing there.
     *
     * @param tokensKnown whether the engine tells where they are
     * @param tokens by element
     * @param failures open items at elements, newest first
     */
    record Standing(boolean tokensKnown, Map<String, Long> tokens, List<AttentionItem> failures) {}

    @Transactional
    Standing standing(String processId, @Nullable UUID recordId) {
        return new Standing(
                tokens.areKnown(),
                tokens.perElement(actors.current().organisation(), processId, recordId),
                items.atElements(processId, recordId, MOST_FAILURES));
    }

    /**
     * Tries an item again, and returns it as it is then.
     *
     * @param variables that the process gets before, where it failed for want of them
     */
    AttentionItem retry(UUID id, Map<String, ?> variables) {
        var item = QuarkusTransaction.requiringNew().call(() -> retried(id, variables));
        switch (item.kind()) {
            case MESSAGE -> {}
            case INCIDENT -> resolve(item, variables);
            case JOB -> {
                var handler = workers.handler(item.what());
                if (handler == null) {
                    throw Problems.conflict(
                            "No part of this application does jobs of the type %s.".formatted(item.what()));
                }
                runner.run(handler, attention.delivery(item));
            }
        }
        return QuarkusTransaction.requiringNew().call(() -> items.get(id));
    }

    /** Nobody is shown the item any more, unless it fails in another way. */
    @Transactional
    AttentionItem putAside(UUID id, String reason) {
        var item = items.locked(id);
        item.putAside(reason);
        audit.record(
                AuditAction.ATTENTION_PUT_ASIDE,
                id,
                Map.of("what", item.what(), "recordId", item.recordId(), "reason", reason.strip()));
        return item;
    }

    /** Ends the work on the record whose process cannot go on. */
    @Transactional
    AttentionItem end(UUID id, String reason) {
        var item = items.locked(id);
        item.expectOpen();
        var owner = owners.of(item.processId()).orElseThrow(() -> Problems.refused("Nothing is known to end here."));
        owner.end(item.recordId(), reason);
        item.resolve();
        audit.record(
                AuditAction.ATTENTION_ENDED,
                id,
                Map.of("what", item.what(), "recordId", item.recordId(), "reason", reason.strip()));
        return item;
    }

    boolean canEnd(AttentionItem item) {
        return owners.of(item.processId()).filter(ProcessOwner::canEnd).isPresent();
    }

    /** A message counts as resolved by being tried. */
    private AttentionItem retried(UUID id, Map<String, ?> variables) {
        var item = items.locked(id);
        item.expectOpen();
        SetByHand.check(
                item,
                variables,
                owners.of(item.processId()).map(ProcessOwner::reserved).orElse(Set.of()));
        if (item.kind() == AttentionItem.Kind.MESSAGE) {
            outbox.retry(item.messageId());
            item.resolve();
        }
        audit.record(
                AuditAction.ATTENTION_RETRIED,
                id,
                variables.isEmpty()
                        ? Map.of("what", item.what(), "recordId", item.recordId())
                        : Map.of("what", item.what(), "recordId", item.recordId(), "variables", variables));
        return item;
    }

    /** The engine goes on where it failed; if it fails again, it tells of a new incident. */
    private void resolve(AttentionItem item, Map<String, ?> variables) {
        try {
            if (!variables.isEmpty()) {
                client.newSetVariablesCommand(item.instance())
                        .variables(variables)
                        .send()
                        .join();
            }
            if (item.incidentJobKey() > 0) {
                client.newUpdateRetriesCommand(item.incidentJobKey())
                        .retries(1)
                        .send()
                        .join();
            }
            client.newResolveIncidentCommand(item.incidentKey()).send().join();
        } catch (RuntimeException e) {
            if (EngineErrors.isPassing(e)) {
                throw Problems.unavailable("The process engine cannot be reached just now. Try again in a minute.", 30);
            }
            if (EngineErrors.code(e) != Code.NOT_FOUND) {
                throw e;
            }
        }
        QuarkusTransaction.requiringNew().run(() -> items.locked(item.id()).resolve());
    }
}
