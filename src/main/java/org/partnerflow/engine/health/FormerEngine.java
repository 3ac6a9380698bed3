package org.partnerflow.engine.health;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.engine.InstanceCanceller;
import org.partnerflow.shared.Sql;

/** Parts with an engine that was emptied, or is in an older or a younger state than this database: its keys mean something else now, or nothing. */
@ApplicationScoped
class FormerEngine {
    private static final int PAGE = 200;

    @Inject
    EngineMark mark;

    @Inject
    InstanceCanceller canceller;

    @Inject
    Sql sql;

    /**
     * From now on nobody cancels or completes by the former keys, and no job of a former instance is admitted. Keys grow: what is older than
     * a mark that is left now may still be there, and is to be ended; what is younger was made in a state that is gone.
     */
    void leave() {
        if (!mark.isToBeLeft()) {
            return;
        }
        var next = mark.deploy();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("""
                    insert ignore into former_instance (process_instance_key)
                    select process_instance_key from process_binding where process_instance_key < ?""", next.definitionKey());
            sql.update("""
                    update process_binding set process_instance_key = null, last_message_id = null,
                        start_id = unhex(left(sha2(start_id, 256), 32))""");
            sql.update("""
                    delete from outbox_message
                    where channel = 'process' and payload like '%"command":"complete-job"%'""");
            sql.update("update engine_feed set position = -1, record_time = 0");
            sql.update("delete from engine_element");
            sql.update("delete from engine_instance");
            sql.update("update engine_incident set resolved = true, told = false");
            sql.update("delete from stray_job");
            mark.beginAnewAt(next);
        });
    }

    /** Ends what may still live of the former state, before it can take a message that is meant for a new instance. */
    void endInstances(Runnable afterEachPage) {
        for (var page = instances(); !page.isEmpty(); page = instances()) {
            page.forEach(canceller::cancel);
            var ended = page.toArray();
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            "delete from former_instance where process_instance_key in (%s)"
                                    .formatted(Sql.places(ended.length)),
                            ended));
            afterEachPage.run();
        }
    }

    private List<Long> instances() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select process_instance_key from former_instance limit ?", row -> row.getLong(1), PAGE));
    }
}
