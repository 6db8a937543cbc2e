package dev.parley.web.chatkit;

import dev.parley.application.event.SequencedEvent;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.Run;
import dev.parley.domain.shared.Failure;
import dev.parley.web.item.WireEvent;
import dev.parley.web.stream.EventStream;
import dev.parley.web.stream.RunEventWriter;
import dev.parley.web.stream.StreamProtocol;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a run's events to a client until the run ends. If the client is gone before, the run is stopped. */
@Component
final class ChatKitStream {

    private static final Logger log = LoggerFactory.getLogger(ChatKitStream.class);

    private final RunEventWriter writer;
    private final CancelRun cancelRun;
    private final ChatKitPolicy policy;
    private final ErrorReporter errorReporter;

    ChatKitStream(RunEventWriter writer, CancelRun cancelRun, ChatKitPolicy policy, ErrorReporter errorReporter) {
        this.writer = writer;
        this.cancelRun = cancelRun;
        this.policy = policy;
        this.errorReporter = errorReporter;
    }

    void write(AccountId caller, RunHandle started, EventStream out) throws InterruptedException {
        writer.write(started.run().conversation(), started.events(), new Protocol(caller, started.run()), out);
    }

    private void stop(AccountId caller, Run run) {
        try {
            cancelRun.cancel(caller, run.conversation(), run.id());
        } catch (SystemFailure e) {
            errorReporter.record(e);
        } catch (Failure gone) {
            log.debug("Run {} is gone with its thread", run.id(), gone);
        }
    }

    /** Events have no ids. */
    private final class Protocol implements StreamProtocol {

        private final AccountId caller;
        private final Run run;

        Protocol(AccountId caller, Run run) {
            this.caller = caller;
            this.run = run;
        }

        /** A client that has left is missed at the latest after twice as long. */
        @Override
        public Duration checkInterval() {
            return Duration.ofMillis(400);
        }

        @Override
        public void event(SequencedEvent event, WireEvent shown, EventStream out) throws IOException {
            out.event(shown);
        }

        @Override
        public void interrupt(EventStream out) throws IOException {
            error(ChatKitError.STREAM_LOST, out);
        }

        @Override
        public void fail(RuntimeException defect, EventStream out) throws IOException {
            errorReporter.record(SystemFailure.internal("chatkit.stream", defect));
            error(ChatKitError.STREAM_BROKEN, out);
        }

        @Override
        public void disconnected() {
            if (policy.cancelsOnDisconnect()) {
                stop(caller, run);
            }
        }

        private static void error(ChatKitError error, EventStream out) throws IOException {
            out.event(
                    new WireEvent.Failed("error", "stream.error", out.language().localize(error.text()), false));
        }
    }
}
