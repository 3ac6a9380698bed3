package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/**
 * A child process that no crash leaves behind: a file remembers it, and the next run ends it if this one could not. It does not
 * hear the Ctrl+C of the terminal; it is ended after the application.
 */
final class ChildProcess implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChildProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SHELL = Path.of("/bin/sh");

    private final String name;
    private final Path memory;
    private final Process process;

    private ChildProcess(String name, Path memory, Process process) {
        this.name = name;
        this.memory = memory;
        this.process = process;
    }

    /**
     * Ends what the last run left behind under this name, and starts the process anew.
     *
     * @param folder for its log and the file that remembers it; must be named in the command, which is how a process is known as ours
     */
    static ChildProcess start(
            String name, Path folder, Watchdog watchdog, List<String> command, Map<String, String> environment) {
        if (command.stream().noneMatch(word -> word.contains(folder.toString()))) {
            throw new IllegalArgumentException("Expected the folder in the command of " + name);
        }
        endOrphan(name, folder);
        try {
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(deafToTheTerminal(command)).redirectErrorStream(true);
            builder.redirectOutput(folder.resolve(name + ".log").toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            watchdog.watch(process.toHandle());
            var memory = memory(name, folder);
            Files.writeString(memory, process.pid() + " " + startOf(process.toHandle()));
            return new ChildProcess(name, memory, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + name, e);
        }
    }

    /** Ends the process that an earlier run started under this name, if it still runs and is really that one. */
    static void endOrphan(String name, Path folder) {
        var memory = memory(name, folder);
        if (!Files.exists(memory)) {
            return;
        }
        remembered(memory, folder).ifPresent(orphan -> {
            LOG.infof("Ending the %s that the last run left behind (process %d)", name, orphan.pid());
            end(orphan);
        });
        forget(memory);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back, on another thread, when the process has ended for whatever reason. */
    void onEnd(Runnable callback) {
        process.onExit().thenRunAsync(callback);
    }

    @Override
    public void close() {
        end(process.toHandle());
        forget(memory);
        LOG.debugf("%s has ended", name);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (Exception e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static Optional<ProcessHandle> remembered(Path memory, Path folder) {
        try {
            var words = Files.readString(memory).split(" ");
            long started = Long.parseLong(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Math.abs(startOf(process) - started) < 3_000)
                    .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Expected \"<pid> <start>\" in %s, but could not read it: %s", memory, e);
            return Optional.empty();
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static List<String> deafToTheTerminal(List<String> command) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        var words = new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "sh"));
        words.addAll(command);
        return words;
    }

    private static Path memory(String name, Path folder) {
        return folder.resolve(name + ".pid");
    }

    private static void forget(Path memory) {
        try {
            Files.deleteIfExists(memory);
        } catch (IOException e) {
            LOG.debugf(e, "Could not delete %s", memory);
        }
    }
}
