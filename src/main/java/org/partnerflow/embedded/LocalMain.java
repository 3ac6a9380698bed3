package org.partnerflow.embedded;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** The local start: broker, database and mail catcher first, then the application on top of them; all end together. */
@QuarkusMain(name = "local")
public class LocalMain {
    private static final Path DATA = Path.of(".data");
    private static final int PORT = 8080;
    private static final long LONGEST_STOP_MILLIS = 60_000;
    private static Ports.@Nullable Held port;

    private LocalMain() {}

    public static void main(String[] args) {
        LocalServices services;
        try {
            hold();
            services = LocalServices.start(LocalServices.Settings.forPeople(DATA));
        } catch (RuntimeException e) {
            System.err.println("Partnerflow does not start. " + (e.getMessage() == null ? e : e.getMessage()));
            System.exit(1);
            return;
        }
        services.configuration().forEach(System::setProperty);
        System.setProperty("partnerflow.identity.secret", PrivateFile.secret(DATA.resolve("secret")));
        System.setProperty("quarkus.profile", "local");
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

    /** Chooses the port of the application: from now on until it binds it itself, it is nobody else's. */
    private static void hold() {
        port = Ports.from(PORT);
        System.setProperty("quarkus.http.port", Integer.toString(port.number()));
        System.setProperty("partnerflow.mail.public-url", "http://localhost:" + port.number());
    }

    /** The application is about to bind its port. */
    static void givePortFree() {
        if (port != null) {
            port.close();
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
