package org.partnerflow.engine.feed;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.shared.Sql;

/** Which instance calls another, as the engine tells. */
@ApplicationScoped
public class EngineCallers {
    @Inject
    Sql sql;

    @Transactional
    public Optional<Long> of(long instanceKey) {
        return sql
                .query(
                        "select parent_key from engine_instance where process_instance_key = ? and parent_key is not null",
                        row -> row.getLong(1),
                        instanceKey)
                .stream()
                .findFirst();
    }
}
