package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

/**
 * Everything around the application on one machine: a Zeebe broker and a database as child processes, and a mail catcher. Their data
 * stays in one folder; the folder belongs to one run at a time.
 */
public final class LocalServices implements AutoCloseable {
    /** Address of the broker's gateway. */
    public static final String BROKER = "partnerflow.engine.grpc-address";

    /** Where caught mails are, as .eml files. */
    public static final String MAIL_FOLDER = "partnerflow.embedded.mail-folder";

    /** Address of the broker's management, for the controlled clock. */
    public static final String BROKER_MANAGEMENT = "partnerflow.embedded.broker-management";

    private static final String BROKER_HOME = "partnerflow.embedded.broker-home";
    private static final String BROKER_DISTRIBUTION = ".data/broker/camunda-zeebe-8.5.8";

    private final Settings settings;
    private final FileLock owned;
    private final Watchdog watchdog;
    private final LocalBroker broker;
    private final @Nullable LocalDatabase database;
    private final MailCatcher mails;
    private final Path mailFolder;

    /**
     * Where and how to run.
     *
     * @param data of this run, absolute
     * @param programs what is unpacked once and shared by all runs of this folder
     * @param controlledClock whether the broker's clock can be moved by tests
     * @param externalDatabase whether the database is somebody else's, and none is started
     * @param leastFreeSpace bytes that must be free on the disk for a start; with half of it the broker takes nothing any more
     */
    public record Settings(
            Path data,
            Path programs,
            Path brokerHome,
            String brokerHeap,
            boolean controlledClock,
            boolean externalDatabase,
            long leastFreeSpace) {
        private static final long LEAST_FREE_SPACE = 1L << 30;

        /** Where the nodes of the application leave their addresses for the broker's exporter. */
        Path feedAddresses() {
            return data.resolve("feed-addresses");
        }

        /** What the broker's exporter and the application sign with. */
        String feedSecret() {
            return PrivateFile.secret(data.resolve("feed-secret"));
        }

        /** For people who run the product in this folder. */
        public static Settings forPeople(Path folder) {
            var data = folder.toAbsolutePath().normalize();
            return new Settings(
                    data, data.resolve("programs"), unpackedBroker(), "256m", false, false, LEAST_FREE_SPACE);
        }

        /** For one test run, with data of its own. */
        public static Settings forTests(Path folder, boolean externalDatabase) {
            var programs = Path.of(".data/programs").toAbsolutePath();
            var data = folder.toAbsolutePath().normalize();
            return new Settings(data, programs, unpackedBroker(), "384m", true, externalDatabase, LEAST_FREE_SPACE);
        }

        Settings withLeastFreeSpace(long bytes) {
            return new Settings(data, programs, brokerHome, brokerHeap, controlledClock, externalDatabase, bytes);
        }

        DiskSpace disk() {
            return new DiskSpace(data, leastFreeSpace);
        }

        private static Path unpackedBroker() {
            return Path.of(System.getProperty(BROKER_HOME, BROKER_DISTRIBUTION))
                    .toAbsolutePath()
                    .normalize();
        }
    }

    private LocalServices(FileLock owned, Watchdog watchdog, Settings settings) {
        this.settings = settings;
        this.owned = owned;
        this.watchdog = watchdog;
        var startingBroker = CompletableFuture.supplyAsync(() -> LocalBroker.start(settings, watchdog));
        try {
            database = settings.externalDatabase() ? null : LocalDatabase.start(settings, watchdog);
        } catch (RuntimeException e) {
            startingBroker
                    .thenAccept(LocalBroker::close)
                    .exceptionally(failure -> null)
                    .join();
            throw e;
        }
        broker = joined(startingBroker);
        mailFolder = settings.data().resolve("mails");
        mails = MailCatcher.start(mailFolder);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws IllegalStateException that says in words what is in the way
     */
    public static LocalServices start(Settings settings) {
        var owned = own(settings.data());
        try {
            settings.disk().require();
            return new LocalServices(owned, Watchdog.over(settings.data()), settings);
        } catch (RuntimeException e) {
            giveUp(owned);
            throw e;
        }
    }

    private LocalBroker joined(CompletableFuture<LocalBroker> startingBroker) {
        try {
            return startingBroker.join();
        } catch (CompletionException e) {
            if (database != null) {
                database.close();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The settings of the application that lead it to these services. */
    public Map<String, String> configuration() {
        var configuration = new HashMap<>(Map.of(
                "partnerflow.engine.grpc-address",
                broker.gateway().toString(),
                BROKER_MANAGEMENT,
                broker.management().toString(),
                MAIL_FOLDER,
                mailFolder.toString(),
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(mails.port()),
                "quarkus.mailer.tls",
                "false",
                "quarkus.mailer.start-tls",
                "DISABLED",
                "quarkus.mailer.mock",
                "false"));
        configuration.put("partnerflow.engine.feed.secret", settings.feedSecret());
        configuration.put(
                "partnerflow.engine.feed.address-file", settings.feedAddresses().toString());
        if (database != null) {
            configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            configuration.put("quarkus.datasource.username", database.user());
            configuration.put("quarkus.datasource.password", database.password());
        }
        return configuration;
    }

    /** Ends everything, the application's data keeper last. */
    @Override
    public void close() {
        broker.close();
        mails.close();
        if (database != null) {
            database.close();
        }
        watchdog.close();
        giveUp(owned);
    }

    private static void giveUp(FileLock owned) {
        try {
            owned.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock own(Path data) {
        try {
            PrivateFile.folder(data);
            var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new IllegalStateException(
                        "Partnerflow already runs on the data in %s: stop that run first.".formatted(data));
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
