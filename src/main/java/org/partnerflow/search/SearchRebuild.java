package org.partnerflow.search;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Shutdown;
import org.partnerflow.shared.Sql;

/** Puts all records into the index anew where it was written by an older version, which compared them in another way. */
@ApplicationScoped
class SearchRebuild {
    /** Raise it when the terms of records change, and have a migration name the organisations again. */
    private static final int VERSION = 2;

    private static final int AT_ONCE = 200;

    @Inject
    Instance<SearchSource> sources;

    @Inject
    SearchIndex index;

    @Inject
    Actors actors;

    @Inject
    Sql sql;

    @Inject
    Shutdown shutdown;

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        var behind = QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select organisation_id from search_version where version < ?",
                        row -> Sql.id(row, "organisation_id"),
                        VERSION));
        for (var organisation : behind) {
            actors.as(Actor.system(organisation, "Search"), () -> rebuild(organisation));
        }
    }

    private void rebuild(UUID organisation) {
        for (var source : sources) {
            @Nullable UUID after = null;
            do {
                after = next(source, after);
            } while (after != null && !shutdown.hasBegun());
        }
        if (!shutdown.hasBegun()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            "update search_version set version = ? where organisation_id = ?", VERSION, organisation));
        }
    }

    private @Nullable UUID next(SearchSource source, @Nullable UUID after) {
        List<SearchDocument> documents = QuarkusTransaction.requiringNew().call(() -> {
            var found = source.documents(after, AT_ONCE);
            index.putAll(found);
            return found;
        });
        return documents.isEmpty() ? null : documents.getLast().recordId();
    }
}
