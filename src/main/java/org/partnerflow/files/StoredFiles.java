package org.partnerflow.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Sql;
import org.partnerflow.shared.Texts;

/** Keeps files in the database, with what they belong to in one transaction and one backup. */
@ApplicationScoped
public class StoredFiles {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_MEGABYTES = 10;
    private static final int PART_BYTES = 512 * 1024;

    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    /**
     * Stores an uploaded file. A problem (422) when it is empty, too large, or of a kind that is not taken.
     *
     * @param name as the browser gave it; a path in it is left out
     */
    @Transactional(TxType.MANDATORY)
    public StoredFile store(String name, Path content) {
        var line = Texts.line(
                "file", name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), LONGEST_NAME);
        try {
            long size = Files.size(content);
            if (size == 0 || size > MOST_MEGABYTES * 1024L * 1024L) {
                throw Problems.refused("Expected a file with a content, of at most %d MB.".formatted(MOST_MEGABYTES));
            }
            var file = new StoredFile(line, FileTypes.checked(line, content), size, sha256(content));
            entities.persist(file);
            entities.flush();
            storeParts(file.id(), content);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file and its content. */
    @Transactional(TxType.MANDATORY)
    public void delete(UUID id) {
        sql.update("delete from stored_file_part where file_id = ?", id);
        entities.remove(entities.find(StoredFile.class, id));
    }

    /** Writes the content of a file, part by part, in transactions of its own. Whoever calls this has checked who may read it. */
    public void write(StoredFile file, OutputStream to) throws IOException {
        long left = file.size();
        for (int number = 0; left > 0; number++) {
            var part = part(file.id(), number);
            to.write(part);
            left -= part.length;
        }
    }

    private byte[] part(UUID id, int number) throws IOException {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select content from stored_file_part where file_id = ? and part_number = ?",
                        row -> row.getBytes("content"),
                        id,
                        number))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IOException("File %s was deleted while it was read".formatted(id)));
    }

    private void storeParts(UUID id, Path content) throws IOException {
        try (var in = Files.newInputStream(content)) {
            var part = in.readNBytes(PART_BYTES);
            for (int number = 0; part.length > 0; number++) {
                sql.update(
                        "insert into stored_file_part (file_id, part_number, content) values (?, ?, ?)",
                        id,
                        number,
                        part);
                part = in.readNBytes(PART_BYTES);
            }
        }
    }

    private static byte[] sha256(Path content) throws IOException {
        try (var in = Files.newInputStream(content)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[PART_BYTES];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
