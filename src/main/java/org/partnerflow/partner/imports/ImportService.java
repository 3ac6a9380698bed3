package org.partnerflow.partner.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;
import org.partnerflow.shared.csv.CsvFile;
import org.partnerflow.shared.csv.CsvLimits;
import org.partnerflow.shared.csv.CsvReading;

/** Takes files, and has them checked and imported in the background. */
@ApplicationScoped
public class ImportService {
    private static final int LONGEST_NAME = 200;

    @Inject
    EntityManager entities;

    @Inject
    ImportLines lines;

    @Inject
    CheckedFiles files;

    @Inject
    ImportConfig config;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** Reads the file and stores its lines; nothing is imported yet. */
    @Transactional
    public UUID upload(String fileName, Path file, CsvReading reading) {
        var content = bytes(file);
        var csv = csv(content, reading);
        var mapping = ColumnMapping.guess(csv.header());
        var created = new PartnerImport(
                displayName(fileName),
                csv,
                lines.text(csv.header()),
                lines.text(mapping.columns()),
                actors.current(),
                clock.instant());
        entities.persist(created);
        entities.flush();
        lines.insert(created.id(), csv.lines());
        lines.keepFile(created.id(), content);
        audit.record(
                AuditAction.IMPORT_UPLOADED,
                created.id(),
                Map.of("file", created.fileName(), "lines", csv.lines().size()));
        return created.id();
    }

    /** Reads the file in another way; what was mapped and checked before is forgotten. */
    @Transactional
    public void readAnew(UUID id, CsvReading reading) {
        var current = locked(id);
        current.expectNotUnderWay();
        var content = lines.file(id).orElseThrow(() -> Problems.notFound("File of the import"));
        var csv = csv(content, reading);
        var mapping = ColumnMapping.guess(csv.header());
        var before = Map.of("encoding", current.encoding(), "separator", current.delimiter());
        current.readAnew(csv, lines.text(csv.header()), lines.text(mapping.columns()));
        lines.delete(id);
        files.forget(id);
        lines.insert(id, csv.lines());
        audit.record(
                AuditAction.IMPORT_READ_ANEW,
                id,
                Map.of(
                        "from",
                        before,
                        "to",
                        Map.of("encoding", csv.encoding(), "separator", String.valueOf(csv.delimiter()))));
    }

    /** Has all lines checked in the background with this mapping. */
    @Transactional
    public void check(UUID id, List<@Nullable ImportField> mapping) {
        var current = locked(id);
        var columns =
                new ColumnMapping(mapping).checked(lines.cells(current.header()).size());
        current.startCheck(lines.text(columns.columns()), clock.instant());
        lines.reset(id);
        files.forget(id);
        audit.record(AuditAction.IMPORT_CHECK_STARTED, id, Map.of());
    }

    /**
     * Imports what the check has found good, in the background.
     *
     * @param keepGood import the good lines although others are refused
     * @param keepDuplicates import lines that may be duplicates as well
     */
    @Transactional
    public void run(UUID id, boolean keepGood, boolean keepDuplicates) {
        var current = locked(id);
        var counts = lines.counts(id);
        current.startImport(keepGood, keepDuplicates, clock.instant());
        int refused = counts.get(LineState.REFUSED);
        if (refused > 0 && !keepGood) {
            throw Problems.refused(
                    "Nothing was imported: %d of the lines are refused. Mend the file and upload it again, or say that the good lines are to be kept."
                            .formatted(refused),
                    Map.of("counts", counts));
        }
        audit.record(AuditAction.IMPORT_STARTED, id, Map.of("keepGood", keepGood, "keepDuplicates", keepDuplicates));
    }

    /** Forgets an import that has not begun. */
    @Transactional
    public void discard(UUID id) {
        var current = locked(id);
        current.expectNotUnderWay();
        lines.delete(id);
        lines.forgetFile(id);
        files.forget(id);
        entities.remove(current);
        audit.record(AuditAction.IMPORT_DISCARDED, id, Map.of("file", current.fileName()));
    }

    /** Ends a check or an import that is under way; what is imported by now stays. */
    @Transactional
    public void stop(UUID id) {
        var current = locked(id);
        current.stop();
        if (current.state() == ImportState.DONE) {
            lines.forgetFile(id);
        } else {
            lines.reset(id);
        }
        files.forget(id);
        audit.record(AuditAction.IMPORT_STOPPED, id, Map.of("file", current.fileName(), "lines", lines.counts(id)));
    }

    @Transactional
    ImportView read(UUID id) {
        return ImportView.from(require(id), lines, lines.counts(id));
    }

    @Transactional
    Page<ImportView> list(@Nullable UUID before, int limit) {
        var found = entities.createQuery(
                        "from PartnerImport where (:before is null or id < :before) order by id desc",
                        PartnerImport.class)
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultList();
        var counts = lines.counts(found.stream().map(PartnerImport::id).toList());
        return Page.of(found, limit, one -> one.id().toString())
                .map(one -> ImportView.from(one, lines, counts.get(one.id())));
    }

    @Transactional
    Page<ImportLines.Stored> lines(UUID id, @Nullable LineState state, int after, int limit) {
        require(id);
        var states = state == null ? EnumSet.allOf(LineState.class) : EnumSet.of(state);
        return Page.of(lines.read(id, states, after, limit + 1), limit, line -> Integer.toString(line.number()));
    }

    /** The columns of {@link #refused}: those of the file; number and reason come last. */
    @Transactional
    List<String> refusedColumns(UUID id) {
        var header = new ArrayList<>(lines.cells(require(id).header()));
        header.addAll(List.of("Line", "Reason"));
        return header;
    }

    /** The refused lines, to be mended and uploaded again. */
    @Transactional
    Page<List<@Nullable Object>> refused(UUID id, int after, int columns) {
        return lines(id, LineState.REFUSED, after, CsvDownload.LINES_AT_ONCE).map(line -> {
            var cells = new ArrayList<@Nullable Object>(line.cells());
            while (cells.size() < columns - 2) {
                cells.add("");
            }
            cells.add(line.number());
            cells.add(line.reason());
            return cells;
        });
    }

    private PartnerImport require(UUID id) {
        return Optional.ofNullable(entities.find(PartnerImport.class, id))
                .orElseThrow(() -> Problems.notFound("Import"));
    }

    private PartnerImport locked(UUID id) {
        return Optional.ofNullable(entities.find(PartnerImport.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problems.notFound("Import"));
    }

    private CsvFile csv(byte[] content, CsvReading reading) {
        var csv = CsvFile.read(content, reading, new CsvLimits(config.mostLines(), config.mostColumns()));
        if (csv.lines().isEmpty()) {
            throw Problems.invalid("file", "Expected at least one line of data below the header, but there is none.");
        }
        return csv;
    }

    private static String displayName(String fileName) {
        var plain = fileName.replaceAll("[\\p{Cntrl}\\p{Cs}/\\\\]", "").strip();
        return plain.isEmpty() ? "file.csv" : Texts.cut(plain, LONGEST_NAME);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
