package org.dlcourse.dataset.download;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer piece by piece, each waited for only so long.
 *
 * <p>A request's own timeout ends when the head of the answer is there, and a stream of the body would wait for ever.
 */
final class Pieces implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private static final List<ByteBuffer> END = List.of();

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Patience patience;
    private volatile Flow.Subscription subscription;

    private Pieces(Patience patience) {
        this.patience = patience;
    }

    /** A piece, or what broke the connection. */
    private record Event(List<ByteBuffer> piece, Throwable failure) {}

    static Pieces of(Flow.Publisher<List<ByteBuffer>> body, Patience patience) {
        Pieces pieces = new Pieces(patience);
        body.subscribe(pieces);
        return pieces;
    }

    /**
     * The next piece; empty at the end.
     *
     * @throws MirrorException if none came in time, or the connection broke
     */
    List<ByteBuffer> next() throws InterruptedException, MirrorException {
        Event event = events.poll(patience.stall().toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
            throw MirrorException.of(new HttpTimeoutException("stalled"), patience);
        }
        if (event.failure() != null) {
            throw MirrorException.of(new IOException(event.failure().getMessage(), event.failure()), patience);
        }
        if (event.piece() != END) {
            subscription.request(1);
        }
        return event.piece();
    }

    /** Ends the connection if the body did not end. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        if (piece.isEmpty()) {
            subscription.request(1);
        } else {
            events.add(new Event(piece, null));
        }
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(END, failure));
    }

    @Override
    public void onComplete() {
        events.add(new Event(END, null));
    }
}
