package org.partnerflow.embedded;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The local start: broker, database and mail catcher first, then the application on top of them; all end together. */
@QuarkusMain(name = "local")
public class LocalMain {
    private static final Path DATA = Path.of(".data");
    private static final int PORT = 8080;
    private static final long LONGEST_STOP_MILLIS = 60_000;

    private LocalMain() {}

    public static void main(String[] args) {
        LocalServices services;
        try {
            services = LocalServices.start(LocalServices.Settings.forPeople(DATA));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        int port = Ports.from(PORT);
        services.configuration().forEach(System::setProperty);
        System.setProperty("partnerflow.identity.secret", Secret.in(DATA.resolve("secret")));
        System.setProperty("quarkus.profile", "local");
        System.setProperty("quarkus.http.port", Integer.toString(port));
        System.setProperty("partnerflow.mail.public-url", "http://localhost:" + port);
        endWith(Thread.currentThread());
        var failed = new AtomicBoolean();
        Quarkus.run(
                null,
                (code, failure) -> {
                    if (failure != null) {
                        failure.printStackTrace();
                        failed.set(true);
                    }
                    services.close();
                },
                args);
        if (failed.get()) {
            // not exit: that would wait for the hook, which waits for this thread
            Runtime.getRuntime().halt(1);
        }
    }

    /** On Ctrl+C the JVM waits until this thread has stopped the application and then its services. */
    private static void endWith(Thread main) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                main.join(LONGEST_STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
