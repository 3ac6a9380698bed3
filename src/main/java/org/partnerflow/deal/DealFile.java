package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Problems;

/** A file on a deal. */
@Entity
@Table(name = "deal_file")
class DealFile extends DealAddition {
    @Column(name = "file_id", updatable = false)
    private UUID fileId;

    protected DealFile() {}

    DealFile(UUID dealId, UUID fileId, boolean shared, Actor author) {
        super(dealId, shared, author);
        this.fileId = fileId;
    }

    void share(boolean share, Actor by) {
        share(share, by, "file");
    }

    void expectMayRemove(Actor by) {
        if (!by.isStaff() && !isBy(by)) {
            throw Problems.forbidden("Expected your own file, but this one is by %s.".formatted(authorName()));
        }
    }
}
