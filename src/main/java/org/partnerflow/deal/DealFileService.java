package org.partnerflow.deal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.deal.DealFiles.Attached;
import org.partnerflow.files.StoredFile;
import org.partnerflow.files.StoredFiles;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Files on deals, and whether partners see them. */
@ApplicationScoped
public class DealFileService {
    private static final int MOST_FILES = 100;

    @Inject
    DealAccess access;

    @Inject
    DealFiles files;

    @Inject
    StoredFiles stored;

    @Inject
    DealNotices notices;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Transactional
    List<Attached> list(UUID dealId) {
        access.read(dealId);
        return files.ofDeal(dealId, access.viewer());
    }

    /** @param shared whether partners see it; what a partner adds is always shared */
    Attached add(UUID dealId, String name, Path content, boolean shared) {
        QuarkusTransaction.requiringNew().run(() -> access.read(dealId));
        return QuarkusTransaction.requiringNew().call(() -> {
            var file = stored.store(name, content); // looked into and written before anybody has to wait for the deal
            return attach(access.lock(dealId), file, shared);
        });
    }

    private Attached attach(Deal deal, StoredFile file, boolean shared) {
        if (files.count("dealId", deal.id()) >= MOST_FILES) {
            throw Problems.refused("A deal has at most %d files. Remove one first.".formatted(MOST_FILES));
        }
        var dealFile = new DealFile(deal.id(), file.id(), shared, actors.current());
        files.persistAndFlush(dealFile);
        audit.record(AuditAction.DEAL_FILE_ADDED, deal.id(), details(dealFile, file));
        notices.tellReaders(deal, dealFile, "added the file %s.".formatted(file.name()));
        return new Attached(dealFile, file);
    }

    @Transactional
    Attached share(UUID dealId, UUID dealFileId, boolean shared, int version) {
        var deal = access.read(dealId);
        var attached = find(dealId, dealFileId);
        attached.dealFile().expectVersion(version);
        boolean was = attached.dealFile().shared();
        if (was == shared) {
            return attached;
        }
        attached.dealFile().share(shared, actors.current());
        files.flush();
        var details = new HashMap<>(details(attached.dealFile(), attached.file()));
        details.put("shared", Map.of("from", was, "to", shared));
        audit.record(AuditAction.DEAL_FILE_SHARED, dealId, details);
        if (shared) {
            notices.tellReaders(
                    deal,
                    attached.dealFile(),
                    "shared the file %s.".formatted(attached.file().name()));
        }
        return attached;
    }

    @Transactional
    void remove(UUID dealId, UUID dealFileId) {
        var attached = find(dealId, dealFileId);
        attached.dealFile().expectMayRemove(actors.current());
        files.delete(attached.dealFile());
        files.flush();
        stored.delete(attached.file().id());
        audit.record(AuditAction.DEAL_FILE_REMOVED, dealId, details(attached.dealFile(), attached.file()));
    }

    @Transactional
    StoredFile read(UUID dealId, UUID dealFileId) {
        return find(dealId, dealFileId).file();
    }

    private Attached find(UUID dealId, UUID dealFileId) {
        access.read(dealId);
        return files.ofDeal(dealId, dealFileId, access.viewer()).orElseThrow(() -> Problems.notFound("File"));
    }

    private static Map<String, Object> details(DealFile dealFile, StoredFile file) {
        return Map.of("fileId", dealFile.id(), "name", file.name(), "shared", dealFile.shared());
    }
}
