package org.partnerflow.shared.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

import org.partnerflow.shared.Problems;

/** Collects the body of one request, and then lets the request go on; or gives it up, once. Runs on the event loop of its connection. */
class BodyReader {
    private static final int SOON_SECONDS = 5;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Context eventLoop;
    private final AtomicLong room;
    private final long mostRoom;
    private final BiConsumer<RoutingContext, HttpProblem> refuse;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Buffer body = Buffer.buffer();
    private Runnable onEnd = () -> {};
    private long timer;
    private long largest;

    /**
     * @param room bytes that all readers hold together
     * @param refuse answers the request with a problem
     */
    BodyReader(RoutingContext context, AtomicLong room, long mostRoom, BiConsumer<RoutingContext, HttpProblem> refuse) {
        this.context = context;
        this.request = context.request();
        this.eventLoop = context.vertx().getOrCreateContext();
        this.room = room;
        this.mostRoom = mostRoom;
        this.refuse = refuse;
    }

    /** Called when the body is here, was given up, or the connection was lost. */
    void onEnd(Runnable callback) {
        onEnd = callback;
    }

    void read(Duration longest, long most) {
        largest = most;
        timer = context.vertx()
                .setTimer(
                        longest.toMillis(),
                        over -> giveUp(Problems.slow("Expected the whole body within %d seconds, but it did not come."
                                .formatted(longest.toSeconds()))));
        context.addEndHandler(done -> forget());
        if (isAnnouncedAsTooLarge()) {
            giveUp(tooLarge());
            request.resume();
            return;
        }
        request.exceptionHandler(lost -> end());
        request.handler(this::add);
        request.endHandler(complete -> goOn());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            context.response().writeContinue();
        }
        request.resume();
    }

    /** From any thread. */
    void giveUp(HttpProblem why) {
        eventLoop.runOnContext(now -> {
            if (end()) {
                refuse.accept(context, why);
            }
        });
    }

    private void add(Buffer part) {
        if (ended.get()) {
            return;
        }
        body.appendBuffer(part);
        if (body.length() > largest) {
            room.addAndGet(part.length());
            giveUp(tooLarge());
        } else if (room.addAndGet(part.length()) > mostRoom) {
            giveUp(Problems.unavailable("Too much is being sent at once. Try again in a moment.", SOON_SECONDS));
        }
    }

    private void goOn() {
        if (end()) {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        context.vertx().cancelTimer(timer);
        onEnd.run();
        return true;
    }

    /** The request is over, however. */
    private void forget() {
        end();
        room.addAndGet(-body.length());
    }

    private boolean isAnnouncedAsTooLarge() {
        try {
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length != null && Long.parseLong(length) > largest;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private HttpProblem tooLarge() {
        return Problems.tooLarge("Expected at most %d KB in one request.".formatted(largest / 1024));
    }
}
