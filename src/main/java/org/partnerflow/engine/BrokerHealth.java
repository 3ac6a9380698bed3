package org.partnerflow.engine;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionInfo;
import io.smallrye.health.api.HealthGroup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import org.partnerflow.outbox.BackgroundHealth;

/**
 * Up when the cluster answers, takes commands, and each of its partitions has a leader. Without it reading works, and what is written
 * waits in the outbox: no reason to take a node out of service.
 */
@HealthGroup(BackgroundHealth.GROUP)
@ApplicationScoped
class BrokerHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    CamundaClient client;

    @Inject
    EngineDisk disk;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("Process engine");
        try {
            var topology =
                    client.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            var leaders = topology.getBrokers().stream()
                    .flatMap(broker -> broker.getPartitions().stream())
                    .filter(PartitionInfo::isLeader)
                    .count();
            if (disk.isFull()) {
                health.withData(
                        "cause", "The disk of the process engine is full: it takes nothing until there is more space");
            }
            return health.status(leaders >= topology.getPartitionsCount() && !disk.isFull())
                    .withData("brokers", topology.getBrokers().size())
                    .withData("partitions", topology.getPartitionsCount())
                    .withData("leaders", leaders)
                    .withData("version", topology.getGatewayVersion())
                    .build();
        } catch (RuntimeException e) {
            return health.down()
                    .withData("cause", "The process engine cannot be reached")
                    .build();
        }
    }
}
