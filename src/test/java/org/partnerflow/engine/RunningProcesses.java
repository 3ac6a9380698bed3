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
    private RunningProcesses() {}

    /**
     * Waits until the processes of so many records have begun, and cancels them. For tests with very many records: all of their timers
     * would be due at once when another test moves the clock.
     */
    public static void cancel(UUID organisation, String process, int records) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> keys(organisation, process).size() == records);
        var client = Given.bean(CamundaClient.class);
        var commands = keys(organisation, process).stream()
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

    private static List<Long> keys(UUID organisation, String process) {
        return Given.bean(Sql.class).query("""
                select process_instance_key from process_binding
                where organisation_id = ? and process_id = ? and process_instance_key is not null""", row -> row.getLong(1), organisation, process);
    }
}
