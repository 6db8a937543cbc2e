package dev.parley.application.model;

import static dev.parley.application.model.FileKind.TEXTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.RecordingReply;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.item.MessageAttachment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many answers are given at a time, their files take only so much memory. */
@Timeout(60)
class PromptFileBudgetTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int ONE_PROMPT = AttachedFiles.MAXIMUM_BYTES;

    private final UploadedFiles uploads = new UploadedFiles();
    private final MessageAttachment notes = uploads.upload("notes.txt", "text/plain", "Argo");

    @Test
    void filesForWhichThereIsNoRoomAreLeftOut() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, NO_TIME);
        AttachedFiles files = uploads.reader(room, TEXTS);

        PromptFileBudget.Taken taken = room.take().orElseThrow();
        assertThat(read(files).byId()).isEmpty();
        taken.close();

        assertThat(read(files).byId()).containsOnlyKeys(notes.id());
    }

    @Test
    void onlyAsMuchAsTheFilesNeedIsHeld() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT + 1, NO_TIME);
        FileContents held = read(uploads.reader(room, TEXTS));

        assertThat(room.take()).isPresent();
        assertThat(room.take()).isEmpty();
        held.close();
    }

    @Test
    void whatIsNotHeldAnyLongerIsRoomForOthers() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, NO_TIME);

        read(uploads.reader(room, TEXTS)).close();

        assertThat(room.take()).isPresent();
    }

    @Test
    void anAnswerWithoutFilesNeedsNoRoom() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, NO_TIME);

        FileContents nothing = uploads.reader(room, TEXTS).read(uploads.user, List.of());

        assertThat(room.take()).isPresent();
        assertThat(nothing.byId()).isEmpty();
    }

    @Test
    void anAnswerWaitsForRoom() throws Exception {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, LONG);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PromptFileBudget.Taken taken = room.take().orElseThrow();
            Future<FileContents> waiting = threads.submit(() -> read(uploads.reader(room, TEXTS)));
            await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());

            taken.close();

            assertThat(waiting.get().byId()).containsOnlyKeys(notes.id());
        }
    }

    @Test
    void whoIsStoppedWaitsNoLonger() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, LONG);
        PromptFileBudget.Taken taken = room.take().orElseThrow();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(uploads.reader(room, TEXTS))).isInstanceOf(SystemFailure.class);

        assertThat(Thread.interrupted()).isTrue();
        taken.close();
    }

    @Test
    void whatCannotBeReadHoldsNoRoom() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, NO_TIME);
        AttachedFiles files = uploads.reader(room, TEXTS);
        uploads.openWith(content -> {
            throw SystemFailure.unavailable("connection", new IllegalStateException("away"));
        });

        assertThatThrownBy(() -> read(files)).isInstanceOf(SystemFailure.class);

        assertThat(room.take()).isPresent();
    }

    @Test
    void anAnswerHoldsItsRoomToItsEnd() throws InterruptedException {
        PromptFileBudget room = new PromptFileBudget(ONE_PROMPT, NO_TIME);
        List<Boolean> free = new ArrayList<>();
        ChatModel broken = (prompt, speech) -> {
            free.add(isFree(room));
            throw new IllegalStateException("broken on purpose");
        };

        assertThatThrownBy(() -> assistant(broken, room)
                        .answer(
                                uploads.turn(Turns.attaching("Look", notes)),
                                new RecordingReply(call -> ToolResult.of(""))))
                .hasMessage("broken on purpose");

        assertThat(free).containsExactly(false);
        assertThat(isFree(room)).isTrue();
    }

    private ModelAssistant assistant(ChatModel model, PromptFileBudget room) {
        ArgumentCheck anything = (definition, arguments) -> Optional.empty();
        return new ModelAssistant(
                model,
                new ToolBox(List.of(), anything, LONG, Secrets.NONE, (name, outcome, time) -> {}),
                new HandoffTools(List.of(), anything),
                uploads.reader(room, TEXTS),
                new SettableClock(),
                new ModelPolicy("", 1, 100, false));
    }

    private static boolean isFree(PromptFileBudget room) {
        try {
            Optional<PromptFileBudget.Taken> taken = room.take();
            taken.ifPresent(PromptFileBudget.Taken::close);
            return taken.isPresent();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileContents read(AttachedFiles files) {
        return files.read(uploads.user, List.of(notes));
    }
}
