package org.partnerflow.partner.imports;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;
import org.partnerflow.shared.csv.CsvFile;

/**
 * The import of one file. The work is done in batches by the node that holds the lease; when it falls silent, another one goes on.
 */
@Unrecorded
@Entity
@Table(name = "partner_import")
class PartnerImport extends OrganisationRecord {
    @Column(name = "file_name", updatable = false)
    private String fileName;

    private String encoding;

    @Column(name = "delimiter_sign")
    private String delimiter;

    /** JSON: a list of the names of the columns. */
    @Column(name = "header_cells")
    private String header;

    /** JSON: a list of fields, null for columns that are left out. */
    @Column(name = "column_mapping")
    private String mapping;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.UPLOADED;

    @Column(name = "keep_good")
    private boolean keepGood;

    @Column(name = "keep_duplicates")
    private boolean keepDuplicates;

    @Column(name = "started_by_user_id", updatable = false)
    private UUID startedByUserId;

    @Column(name = "started_by_name", updatable = false)
    private String startedByName;

    @Column(name = "lease_holder")
    private @Nullable UUID leaseHolder;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    private @Nullable String failure;

    protected PartnerImport() {}

    PartnerImport(String fileName, CsvFile file, String header, String mapping, Actor actor, Instant now) {
        this.fileName = fileName;
        readAnew(file, header, mapping);
        this.startedByUserId = actor.user();
        this.startedByName = actor.name();
        this.leaseUntil = now;
    }

    /** Takes over how the file was read; nothing of it is checked yet. */
    final void readAnew(CsvFile file, String newHeader, String newMapping) {
        encoding = file.encoding();
        delimiter = String.valueOf(file.delimiter());
        header = newHeader;
        mapping = newMapping;
        state = ImportState.UPLOADED;
    }

    void startCheck(String newMapping, Instant now) {
        if (state != ImportState.UPLOADED && state != ImportState.CHECKED) {
            throw inWrongState("Expected an import that is not under way");
        }
        mapping = newMapping;
        begin(ImportState.CHECKING, now);
    }

    void startImport(boolean good, boolean duplicates, Instant now) {
        if (state != ImportState.CHECKED) {
            throw inWrongState("Expected a checked import");
        }
        keepGood = good;
        keepDuplicates = duplicates;
        begin(ImportState.IMPORTING, now);
    }

    void finish() {
        state = state == ImportState.CHECKING ? ImportState.CHECKED : ImportState.DONE;
        leaseHolder = null;
        failure = null;
    }

    /** Prolongs the lease; false when another node holds it by now, or the work is done. */
    boolean prolong(UUID holder, Instant until) {
        boolean mine = holder.equals(leaseHolder) && isUnderWay();
        if (mine) {
            leaseUntil = until;
            failure = null;
        }
        return mine;
    }

    void failed(String reason, Instant tryAgainAt) {
        if (isUnderWay()) {
            failure = Texts.cut(reason, 500);
            leaseHolder = null;
            leaseUntil = tryAgainAt;
        }
    }

    /** Ends what goes on in the background: a check is forgotten, and what an import has made stays. */
    void stop() {
        if (!isUnderWay()) {
            throw inWrongState("Expected an import that is under way");
        }
        state = state == ImportState.CHECKING ? ImportState.UPLOADED : ImportState.DONE;
        leaseHolder = null;
        failure = null;
    }

    void expectNotUnderWay() {
        if (isUnderWay() || state == ImportState.DONE) {
            throw inWrongState("Expected an import that has not begun");
        }
    }

    private boolean isUnderWay() {
        return state == ImportState.CHECKING || state == ImportState.IMPORTING;
    }

    private void begin(ImportState next, Instant now) {
        state = next;
        leaseHolder = null;
        leaseUntil = now;
        failure = null;
    }

    private RuntimeException inWrongState(String expected) {
        return Problems.conflict("%s, but this one is %s.".formatted(expected, state));
    }

    String fileName() {
        return fileName;
    }

    String encoding() {
        return encoding;
    }

    String delimiter() {
        return delimiter;
    }

    String header() {
        return header;
    }

    String mapping() {
        return mapping;
    }

    ImportState state() {
        return state;
    }

    boolean keepGood() {
        return keepGood;
    }

    boolean keepDuplicates() {
        return keepDuplicates;
    }

    String startedByName() {
        return startedByName;
    }

    /** Why the last batch failed; it is tried again. Null when all is well. */
    @Nullable
    String failure() {
        return failure;
    }
}
