package org.partnerflow;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Every text that the compiled product names: its string constants, and the names of its records' parts. */
final class Constants {
    private static final int UTF8 = 1;

    private Constants() {}

    static Set<String> ofTheProduct() {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("target/classes/org/partnerflow"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                read(file, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void read(Path file, Set<String> found) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            int size = in.readUnsignedShort();
            for (int i = 1; i < size; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> found.add(in.readUTF());
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 15 -> in.skipNBytes(3);
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    default -> in.skipNBytes(4);
                }
            }
        }
    }
}
