package org.partnerflow.engine.exporter;

import java.nio.ByteBuffer;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells Partnerflow which elements process instances reach and leave, and what fails: once for each partition that this broker leads, in
 * order, at least once. The broker keeps its log until the application has stored what it was told.
 */
public final class FeedExporter implements Exporter {
    private Logger log;
    private FeedSettings settings;
    private int partition;
    private FeedBuffer buffer;
    private @Nullable Thread sender;

    @Override
    public void configure(Context context) {
        log = context.getLogger();
        partition = context.getPartitionId();
        settings = FeedSettings.of(context.getConfiguration().getArguments());
        context.setFilter(new FeedRecords.Filter());
    }

    @Override
    public void open(Controller controller) {
        buffer = new FeedBuffer(
                settings.keepFor().toNanos(),
                controller.getLastExportedRecordPosition(),
                Acknowledgement.told(controller),
                System.nanoTime());
        var loop = new FeedSender(settings, partition, buffer, new Acknowledgement(controller)::upTo, log);
        sender = Thread.ofPlatform()
                .daemon()
                .name("partnerflow-feed-" + partition)
                .start(loop);
    }

    @Override
    public void export(Record<?> record) {
        var text = FeedRecords.told(record);
        if (text == null) {
            buffer.pass(record.getPosition());
        } else if (!buffer.offer(record.getPosition(), text, System.nanoTime())) {
            throw new BufferFull();
        }
    }

    @Override
    public void close() {
        if (sender != null) {
            sender.interrupt();
        }
    }

    /** The broker tries the record again, ever more slowly, and keeps its log meanwhile. Without a stack trace: it is no fault. */
    private static final class BufferFull extends RuntimeException {
        BufferFull() {
            super("The application is away and the buffer is full: the log is kept", null, false, false);
        }
    }

    /** Says each position once, and has the broker remember what the application has stored. */
    private static final class Acknowledgement implements FeedSender.Acknowledgement {
        private final Controller controller;
        private long acknowledged;

        Acknowledgement(Controller controller) {
            this.controller = controller;
            this.acknowledged = controller.getLastExportedRecordPosition();
        }

        @Override
        public void upTo(long position, long told) {
            if (position > acknowledged) {
                acknowledged = position;
                controller.updateLastExportedRecordPosition(
                        position, ByteBuffer.allocate(Long.BYTES).putLong(told).array());
            }
        }

        static long told(Controller controller) {
            return controller
                    .readMetadata()
                    .filter(metadata -> metadata.length == Long.BYTES)
                    .map(metadata -> ByteBuffer.wrap(metadata).getLong())
                    .orElse(-1L);
        }
    }
}
