package org.partnerflow.engine;

import java.net.ConnectException;
import java.util.Objects;
import java.util.stream.Stream;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import org.partnerflow.outbox.ChannelBusy;
import org.partnerflow.outbox.ChannelDown;

/** Says what an error of the client means for us. */
public final class EngineErrors {
    private EngineErrors() {}

    /** The status that the engine answered with, or null when the error is not its answer. */
    public static @Nullable Code code(Throwable error) {
        return causes(error)
                .map(EngineErrors::ownCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Blocking calls fail with the client's exception, the others with that of gRPC. */
    private static @Nullable Code ownCode(Throwable error) {
        return switch (error) {
            case ClientStatusException answer -> answer.getStatusCode();
            case StatusRuntimeException answer -> answer.getStatus().getCode();
            default -> null;
        };
    }

    /** Whether the same may succeed later without anybody doing anything. */
    public static boolean isPassing(Throwable error) {
        return switch (code(error)) {
            case RESOURCE_EXHAUSTED, UNAVAILABLE, DEADLINE_EXCEEDED, ABORTED, CANCELLED -> true;
            case null, default -> false;
        };
    }

    /** A refusal: the engine has understood, and will say the same again. */
    static boolean isRefusal(Throwable error) {
        return switch (code(error)) {
            case NOT_FOUND, INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS -> true;
            case null, default -> false;
        };
    }

    /** The error as the outbox understands it. */
    static RuntimeException forOutbox(Throwable error) {
        return switch (code(error)) {
            case RESOURCE_EXHAUSTED ->
                new ChannelBusy(
                        isOfTheDisk(error) ? "The disk of the process engine is full" : "The process engine is busy",
                        error);
            case UNAVAILABLE, DEADLINE_EXCEEDED, ABORTED, CANCELLED ->
                new ChannelDown("The process engine cannot be reached", error, neverConnected(error));
            case NOT_FOUND ->
                new IllegalStateException(
                        "The process engine does not know this, or does not know it any more.", error);
            case INVALID_ARGUMENT, FAILED_PRECONDITION ->
                new IllegalStateException("The process engine refuses this.", error);
            case null, default ->
                error instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("The process engine could not be asked", error);
        };
    }

    /** The engine answers a full disk like an overload, and says which of them it is in its text only. */
    static boolean isOfTheDisk(Throwable error) {
        return code(error) == Code.RESOURCE_EXHAUSTED
                && causes(error)
                        .map(Throwable::getMessage)
                        .anyMatch(text -> text != null && text.contains("disk space"));
    }

    private static boolean neverConnected(Throwable error) {
        return causes(error).anyMatch(ConnectException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
