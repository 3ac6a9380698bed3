package org.partnerflow.engine;

import java.util.Map;
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
import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** What people do with what needs attention: look, try again at once, put aside. */
@ApplicationScoped
class AttentionService {
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
    AuditTrail audit;

    @Transactional
    Page<AttentionItem> list(Filter filter, @Nullable UUID after, int limit) {
        return Page.of(
                items.list(filter, after, limit + 1), limit, item -> item.id().toString());
    }

    /** Tries an item again, and returns it as it is then. */
    AttentionItem retry(UUID id) {
        var item = QuarkusTransaction.requiringNew().call(() -> retried(id));
        switch (item.kind()) {
            case MESSAGE -> {}
            case INCIDENT -> resolve(item);
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
    private AttentionItem retried(UUID id) {
        var item = items.locked(id);
        item.expectOpen();
        if (item.kind() == AttentionItem.Kind.MESSAGE) {
            outbox.retry(item.messageId());
            item.resolve();
        }
        audit.record(AuditAction.ATTENTION_RETRIED, id, Map.of("what", item.what(), "recordId", item.recordId()));
        return item;
    }

    /** The engine goes on where it failed; if it fails again, it tells of a new incident. */
    private void resolve(AttentionItem item) {
        try {
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
