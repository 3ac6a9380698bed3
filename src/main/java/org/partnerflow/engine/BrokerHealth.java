package org.partnerflow.engine;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when a broker of the cluster answers and none of its partitions is known to be unhealthy. */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    CamundaClient client;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("Process engine");
        try {
            var topology =
                    client.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            var partitions = topology.getBrokers().stream()
                    .flatMap(broker -> broker.getPartitions().stream())
                    .toList();
            boolean healthy = !partitions.isEmpty()
                    && partitions.stream()
                            .allMatch(partition -> partition.getHealth() == PartitionBrokerHealth.HEALTHY);
            return health.status(healthy)
                    .withData("brokers", topology.getBrokers().size())
                    .withData("version", topology.getGatewayVersion())
                    .build();
        } catch (RuntimeException e) {
            return health.down()
                    .withData("cause", "The process engine cannot be reached")
                    .build();
        }
    }
}
