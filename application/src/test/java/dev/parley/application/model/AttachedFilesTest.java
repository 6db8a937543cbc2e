package dev.parley.application.model;

import static dev.parley.application.model.FileKind.DOCUMENTS;
import static dev.parley.application.model.FileKind.IMAGES;
import static dev.parley.application.model.FileKind.TEXTS;
import static dev.parley.application.testing.Examples.someone;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.Turn;
import dev.parley.application.model.Prompt.Document;
import dev.parley.application.model.Prompt.FromUser;
import dev.parley.application.model.Prompt.Image;
import dev.parley.application.model.Prompt.TextFile;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.item.MessageAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachedFilesTest {

    private static final int MIB = 1024 * 1024;
    private static final byte[] PNG = "\u0089PNG\r\n\u001A\nxx".getBytes(ISO_8859_1);
    private static final String PDF = "%PDF-1.7 Argo";

    private final UploadedFiles uploads = new UploadedFiles();

    @Test
    void filesAreToldWithTheirContentsInTheUsersOrder() {
        MessageAttachment notes = uploads.upload("notes.md", "text/markdown", "# Argo");
        MessageAttachment ship = uploads.upload("ship.png", "image/png", PNG);
        MessageAttachment plan = uploads.upload("plan.pdf", "application/pdf", PDF);

        assertThat(told("Look", notes, ship, plan))
                .isEqualTo(new FromUser(
                        "Look\n\nThe message came with these images, in this order:\n- ship.png (image/png)",
                        List.of(
                                new TextFile("notes.md", "text/markdown", "# Argo"),
                                new Image("ship.png", "image/png", base64(PNG)),
                                new Document("plan.pdf", "application/pdf", base64(PDF.getBytes(ISO_8859_1))))));
    }

    @Test
    void whatAModelCannotReadIsNamed() {
        MessageAttachment archive = uploads.upload("ship.zip", "application/zip", "PK\0");

        assertThat(told("Look", archive))
                .isEqualTo(
                        new FromUser(
                                "Look\n\nThe message came with these files, which you cannot open:\n- ship.zip (application/zip)"));
    }

    @Test
    void whatAModelMayNotBeSentIsNamedAndNotOpened() {
        MessageAttachment ship = uploads.upload("ship.png", "image/png", PNG);
        MessageAttachment notes = uploads.upload("notes.txt", "text/plain", "Argo");

        Map<String, Prompt.File> contents = uploads.reader(TEXTS, DOCUMENTS)
                .read(uploads.user, List.of(ship, notes))
                .byId();

        assertThat(contents).containsOnlyKeys(notes.id());
        assertThat(uploads.opened()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsAFileAloneSaysNothingElse() {
        MessageAttachment notes = uploads.upload("notes.txt", "text/plain", "Argo");

        assertThat(told("", notes))
                .isEqualTo(new FromUser("", List.of(new TextFile("notes.txt", "text/plain", "Argo"))));
    }

    @Test
    void aMessageThatIsAnUnreadableFileAloneNamesIt() {
        MessageAttachment archive = uploads.upload("ship.zip", "application/zip", "PK\0");

        assertThat(told("", archive).text()).startsWith("The message came with these files");
    }

    @Test
    void textIsReadWithoutItsByteOrderMark() {
        MessageAttachment notes = uploads.upload("notes.txt", "text/plain", "\uFEFFGrüße 🚢");

        assertThat(read(notes).get(notes.id())).isEqualTo(new TextFile("notes.txt", "text/plain", "Grüße 🚢"));
    }

    @Test
    void whatIsTextIsReadWhateverItsType() {
        MessageAttachment source = uploads.upload("Main.kt", "application/octet-stream", "fun main() {}");
        MessageAttachment drawing = uploads.upload("plan.svg", "image/svg+xml", "<svg/>");

        assertThat(read(source, drawing)).containsOnlyKeys(source.id(), drawing.id());
    }

    @Test
    void textThatIsNotInUtf8IsNamed() {
        MessageAttachment latin = uploads.upload("latin.txt", "text/plain", "Grüße".getBytes(ISO_8859_1));
        MessageAttachment zeros =
                uploads.upload("zeros.txt", "text/plain", "Argo".getBytes(Charset.forName("UTF-16LE")));
        MessageAttachment marked = uploads.upload("marked.txt", "text/plain", "Argo".getBytes(UTF_16));

        assertThat(read(latin, zeros, marked)).isEmpty();
    }

    @Test
    void theNewestFilesAreSentAndThoseWithoutRoomAreNamed() {
        MessageAttachment oldest = uploads.upload("1.pdf", "application/pdf", pdf(8 * MIB));
        MessageAttachment older = uploads.upload("2.pdf", "application/pdf", pdf(8 * MIB));
        MessageAttachment newest = uploads.upload("3.pdf", "application/pdf", pdf(8 * MIB));
        Turn turn = uploads.turn(
                Turns.attaching("And?", newest), Turns.attaching("One", oldest), Turns.attaching("Two", older));

        Map<String, Prompt.File> contents = read(Transcript.files(turn).toArray(MessageAttachment[]::new));

        assertThat(contents).containsOnlyKeys(newest.id(), older.id());
        assertThat(Transcript.messages("", turn, contents).getFirst())
                .isEqualTo(new FromUser(
                        "One\n\nThe message came with these files, which you cannot open:\n- 1.pdf (application/pdf)"));
    }

    @Test
    void textsHaveLessRoomThanOtherFiles() {
        MessageAttachment longest = uploads.upload("1.txt", "text/plain", "x".repeat(256 * 1024 - 1));
        MessageAttachment fits = uploads.upload("2.txt", "text/plain", "x");
        MessageAttachment tooMuch = uploads.upload("3.txt", "text/plain", "x");
        MessageAttachment tooLong = uploads.upload("4.txt", "text/plain", "x".repeat(256 * 1024 + 1));

        assertThat(read(tooLong, longest, fits, tooMuch)).containsOnlyKeys(longest.id(), fits.id());
    }

    @Test
    void noMoreThanTheNewestFiftyFilesAreOpened() {
        List<MessageAttachment> files = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            files.add(uploads.upload(i + ".txt", "text/plain", "x"));
        }

        assertThat(read(files.toArray(MessageAttachment[]::new)))
                .hasSize(50)
                .doesNotContainKey(files.getLast().id());
        assertThat(uploads.opened()).isEqualTo(50);
    }

    @Test
    void whatIsNotThereOrAnothersIsNamed() {
        MessageAttachment pending = uploads.announce("a.txt", "text/plain", 4);
        MessageAttachment unknown = new MessageAttachment("atc_" + "0".repeat(32), "b.txt", "text/plain", false);
        MessageAttachment ofUser = uploads.upload("c.txt", "text/plain", "Argo");

        assertThat(read(pending, unknown)).isEmpty();
        assertThat(uploads.reader(TEXTS).read(someone(), List.of(ofUser)).byId())
                .isEmpty();
        assertThat(uploads.errorReporter.failures()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedAndRecorded() {
        MessageAttachment broken = uploads.upload("a.txt", "text/plain", "Argo");
        uploads.openWith(content -> failing(new IOException("bad sector")));
        assertThat(read(broken)).isEmpty();

        uploads.openWith(content -> {
            throw SystemFailure.unavailable("attachment.read", new IOException("no such folder"));
        });
        assertThat(read(broken)).isEmpty();

        uploads.openWith(content -> InputStream.nullInputStream());
        assertThat(read(broken)).isEmpty();
        assertThat(uploads.errorReporter.failures())
                .hasSize(3)
                .extracting(SystemFailure::step)
                .containsOnly("attachment.read");
    }

    @Test
    void aDatabaseThatIsAwayFailsTheAnswer() {
        MessageAttachment file = uploads.upload("a.txt", "text/plain", "Argo");
        uploads.openWith(content -> {
            throw SystemFailure.unavailable("connection", new IllegalStateException("away"));
        });

        assertThatThrownBy(() -> read(file)).isInstanceOf(SystemFailure.class);
    }

    @Test
    void aReaderThatIsInterruptedGoesOnWithNothing() {
        MessageAttachment file = uploads.upload("a.txt", "text/plain", "Argo");
        uploads.openWith(content -> {
            Thread.currentThread().interrupt();
            return failing(new IOException("interrupted"));
        });

        assertThatThrownBy(() -> read(file)).isInstanceOf(SystemFailure.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(uploads.errorReporter.failures()).isEmpty();
    }

    private FromUser told(String text, MessageAttachment... files) {
        return UserPromptRenderer.of(Turns.attaching(text, files), read(files));
    }

    private Map<String, Prompt.File> read(MessageAttachment... newestFirst) {
        return uploads.reader(IMAGES, DOCUMENTS, TEXTS)
                .read(uploads.user, List.of(newestFirst))
                .byId();
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }

    private static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        System.arraycopy(PDF.getBytes(ISO_8859_1), 0, bytes, 0, PDF.length());
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
