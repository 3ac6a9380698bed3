package org.partnerflow.engine;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;

import org.partnerflow.Given;
import org.partnerflow.shared.Sql;

import static org.awaitility.Awaitility.await;

/** The instances of a process in a test's organisation. */
public final class RunningProcesses {
    private static final int AT_ONCE = 200;

    private RunningProcesses() {}

    /**
     * Waits until the processes of so many records have begun, and cancels them. For tests with very many records: all of their timers
     * would be due at once when another test moves the clock.
     */
    public static void cancel(UUID organisation, String process, int records) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> keys(organisation, process).size() == records);
        cancel(keys(organisation, process));
    }

    /**
     * Cancels all that the tests before have left running. For tests that move the clock: the timers and open jobs of all of it would be
     * due at once.
     */
    public static void cancelAll() {
        cancel(Given.bean(Sql.class).query("""
                select process_instance_key from process_binding
                where process_instance_key is not null and not called""", row -> row.getLong(1)));
    }

    private static void cancel(List<Long> instances) {
        var client = Given.bean(CamundaClient.class);
        for (int from = 0; from < instances.size(); from += AT_ONCE) {
            var commands = instances.subList(from, Math.min(instances.size(), from + AT_ONCE)).stream()
                    .map(key -> client.newCancelInstanceCommand(key).send())
                    .toList();
            commands.forEach(command -> {
                try {
                    command.join();
                } catch (ClientException ended) {
                    // It has come to its end by itself.
                }
            });
        }
    }

    private static List<Long> keys(UUID organisation, String process) {
        return Given.bean(Sql.class).query("""
                select process_instance_key from process_binding
                where organisation_id = ? and process_id = ? and process_instance_key is not null""", row -> row.getLong(1), organisation, process);
    }
}
