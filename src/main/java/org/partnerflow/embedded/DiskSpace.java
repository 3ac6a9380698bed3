package org.partnerflow.embedded;

import java.nio.file.Path;

/**
 * The space that the local services need on the disk of their data. With less, the process engine takes nothing and says little.
 *
 * @param least in bytes
 */
record DiskSpace(Path folder, long least) {
    private static final long MEGABYTE = 1 << 20;

    /** @throws IllegalStateException that says how much there is, and how much is needed */
    void require() {
        long free = folder.toFile().getUsableSpace();
        if (free < least) {
            throw new IllegalStateException(
                    "Expected at least %d MB of free disk space in %s, but there are %d MB. Free some, then start again."
                            .formatted(least / MEGABYTE, folder, free / MEGABYTE));
        }
    }
}
