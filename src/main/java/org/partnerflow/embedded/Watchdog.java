package org.partnerflow.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the children also when this JVM is killed: a shell of a few hundred kilobytes waits for the end of its input, which comes
 * however the JVM ends. Where there is no shell, the next run ends them.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            children=
            while read -r pid; do children="$children $pid"; done
            for pid in $children; do
              line=$(tr '\\0' ' ' <"/proc/$pid/cmdline" || ps -o command= -p "$pid")
              case $line in *"$1"*) kill "$pid" ;; esac
            done
            """;

    private final @Nullable Process shell;

    private Watchdog(@Nullable Process shell) {
        this.shell = shell;
    }

    /** @param folder must be in the command line of a child: what lacks it is never killed */
    static Watchdog over(Path folder) {
        try {
            var shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "partnerflow-watchdog", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Watchdog(shell);
        } catch (IOException e) {
            LOG.debugf("No watchdog: %s", e.getMessage());
            return new Watchdog(null);
        }
    }

    void watch(ProcessHandle child) throws IOException {
        if (shell != null) {
            OutputStream input = shell.getOutputStream();
            input.write((child.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
        }
    }

    /** Ends the watchdog, after the children have ended. */
    @Override
    public void close() {
        if (shell != null) {
            shell.destroyForcibly();
        }
    }
}
