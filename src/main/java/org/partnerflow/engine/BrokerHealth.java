package org.partnerflow.engine;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionInfo;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the cluster answers and each of its partitions has a leader. */
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
            var leaders = topology.getBrokers().stream()
                    .flatMap(broker -> broker.getPartitions().stream())
                    .filter(PartitionInfo::isLeader)
                    .count();
            return health.status(leaders >= topology.getPartitionsCount())
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
