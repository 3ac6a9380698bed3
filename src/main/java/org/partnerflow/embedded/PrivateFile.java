package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files and folders that nobody but their owner can read, from the moment on which they exist. */
final class PrivateFile {
    private static final FileAttribute<?>[] FILE = ownerOnly("rw-------");
    private static final FileAttribute<?>[] FOLDER = ownerOnly("rwx------");

    private PrivateFile() {}

    /** Writes the file anew. */
    static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.writeString(Files.createFile(file, FILE), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A random secret that is made once and kept in the file, so that it stays the same over a restart. */
    static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                write(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder if it is not there, and keeps others out of it in any case. */
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            if (FOLDER.length > 0) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } else {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, FOLDER);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
