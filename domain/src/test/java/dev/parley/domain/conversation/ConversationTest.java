package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.UserMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant LATER = BEGIN.plusSeconds(60);
    private static final ConversationLimits LIMITS = new ConversationLimits(10, 500, 4);
    private static final ItemId ITEM = ItemId.ofMessage("1");

    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final Conversation fresh = Conversation.start(new ConversationId(UUID.randomUUID()), owner, BEGIN);

    @Test
    void beginsEmptyAndUntitled() {
        assertThat(fresh.title()).isEqualTo(Title.NEW_CHAT);
        assertThat(fresh.messageCount()).isZero();
        assertThat(fresh.lastSequence()).isZero();
        assertThat(fresh.createdAt()).isEqualTo(BEGIN);
        assertThat(fresh.updatedAt()).isEqualTo(BEGIN);
    }

    @Test
    void isItsOwners() {
        assertThat(fresh.ownedBy(owner)).isSameAs(fresh);
    }

    @Test
    void isNobodyElses() {
        AccountId another = new AccountId(UUID.randomUUID());

        assertThatThrownBy(() -> fresh.ownedBy(another))
                .hasFieldOrPropertyWithValue("error", ConversationError.FORBIDDEN);
    }

    @Test
    void takesAMessageAsItsNextItem() {
        Appended appended = receive(fresh, "hello");

        assertThat(appended.item())
                .isEqualTo(new UserMessage(
                        ITEM, 1, List.of(new InputText("hello")), List.of(), null, InferenceOptions.DEFAULT, LATER));
        assertThat(appended.conversation().messageCount()).isEqualTo(1);
        assertThat(appended.conversation().lastSequence()).isEqualTo(1);
        assertThat(appended.conversation().updatedAt()).isEqualTo(LATER);
    }

    @Test
    void takesAnAnswerAsItsNextItem() {
        Appended appended = answer(receive(fresh, "hello").conversation(), "hi", LATER);

        assertThat(appended.item()).isEqualTo(new AssistantMessage(ITEM, 2, List.of(new OutputText("hi")), LATER));
        assertThat(appended.conversation().messageCount()).isEqualTo(2);
        assertThat(appended.conversation().lastSequence()).isEqualTo(2);
    }

    @Test
    void isTitledByItsFirstMessage() {
        Conversation titled = receive(fresh, "What is  a\nmonad?").conversation();

        assertThat(titled.title()).isEqualTo(new Title("What is a monad?"));
    }

    @Test
    void isNotTitledByALaterMessage() {
        Conversation titled = receive(fresh, "first").conversation();

        assertThat(receive(titled, "second").conversation().title()).isEqualTo(new Title("first"));
    }

    @Test
    void isCalledByItsFirstFileUntilAMessageHasWords() {
        Conversation called = sending(fresh, "plan.pdf", "notes.txt");
        Conversation stillCalled = sending(called, "ship.png");
        Conversation titled = receive(stillCalled, "What is in it?").conversation();

        assertThat(called.title()).isEqualTo(new Title("plan.pdf", Title.Origin.FILE));
        assertThat(stillCalled.title()).isEqualTo(called.title());
        assertThat(titled.title()).isEqualTo(new Title("What is in it?"));
        assertThat(sending(titled, "late.pdf").title()).isEqualTo(titled.title());
    }

    @Test
    void keepsATitleThatItsUserChoseWhateverItIs() {
        Conversation renamed = fresh.renamed(Title.of("New Chat"), LATER);

        assertThat(receive(renamed, "What is a monad?").conversation().title()).isEqualTo(Title.of("New Chat"));
        assertThat(Title.of("New Chat")).isNotEqualTo(Title.NEW_CHAT);
    }

    @Test
    void keepsATitleThatItsUserChose() {
        Conversation renamed = fresh.renamed(new Title("Monads"), LATER);

        assertThat(receive(renamed, "What is a monad?").conversation().title()).isEqualTo(new Title("Monads"));
    }

    @Test
    void isNotTitledByAnAnswer() {
        assertThat(answer(fresh, "hi", LATER).conversation().title()).isEqualTo(Title.NEW_CHAT);
    }

    @Test
    void takesMessagesUpToTheLimit() {
        Conversation almostFull = withMessages(3);

        assertThat(receive(almostFull, "the last").conversation().messageCount())
                .isEqualTo(4);
    }

    @Test
    void refusesAMessageBeyondTheLimit() {
        Conversation full = withMessages(4);

        assertThatThrownBy(() -> receive(full, "one more"))
                .hasFieldOrPropertyWithValue("error", ConversationError.MESSAGE_LIMIT)
                .hasMessageContaining("Maximum 4 messages");
    }

    @Test
    void keepsAnAnswerThatWasBegunWhateverTheLimit() {
        assertThat(answer(withMessages(4), "an answer", LATER).item().sequence())
                .isEqualTo(5);
    }

    @Test
    void neverGoesBackInTime() {
        Instant earlier = BEGIN.minusSeconds(1);
        UserInput input = new UserInput(List.of(new InputText("hello")));

        assertThat(fresh.renamed(new Title("t"), earlier).updatedAt()).isEqualTo(BEGIN);
        assertThat(fresh.receive(ITEM, input, LIMITS, earlier).conversation().updatedAt())
                .isEqualTo(BEGIN);
        assertThat(answer(fresh, "hi", earlier).conversation().updatedAt()).isEqualTo(BEGIN);
    }

    @Test
    void aMessageThatWaitsComesBehindAllThatTheRunAdds() {
        Conversation active = receive(fresh, "first").conversation();
        Appended waiting = wait(active, "second");
        Appended behind = wait(waiting.conversation(), "third");

        Appended answer = answer(behind.conversation(), "answer", LATER);

        assertThat(answer.item().sequence()).isEqualTo(2);
        assertThat(waiting.item().sequence()).isGreaterThan(answer.item().sequence());
        assertThat(behind.item().sequence()).isGreaterThan(waiting.item().sequence());
        assertThat(answer.conversation().messageCount()).isEqualTo(4);
        assertThat(answer.conversation().newestSequence())
                .isEqualTo(behind.item().sequence());
    }

    @Test
    void itsAnswerComesBehindItAndBeforeTheNextThatWaits() {
        Appended waiting = wait(receive(fresh, "first").conversation(), "second");
        Appended behind = wait(waiting.conversation(), "third");

        Appended answer = answer(behind.conversation().reached(waiting.item().sequence(), LATER), "answer", LATER);

        assertThat(answer.item().sequence()).isEqualTo(waiting.item().sequence() + 1);
        assertThat(answer.item().sequence()).isLessThan(behind.item().sequence());
    }

    @Test
    void whatIsSaidLaterComesBehindMessagesThatWereGivenUp() {
        Appended waiting = wait(receive(fresh, "first").conversation(), "second");

        Appended later = receive(waiting.conversation(), "third");

        assertThat(later.item().sequence()).isEqualTo(waiting.item().sequence() + 1);
    }

    private static Appended wait(Conversation conversation, String text) {
        return conversation.receiveWaiting(new UserInput(List.of(new InputText(text))).message(ITEM, LATER), LATER);
    }

    private static Appended receive(Conversation conversation, String text) {
        return conversation.receive(ITEM, new UserInput(List.of(new InputText(text))), LIMITS, LATER);
    }

    private static Appended answer(Conversation conversation, String text, Instant now) {
        return conversation.append(new AssistantMessage(ITEM, Item.DRAFT, List.of(new OutputText(text)), now), now);
    }

    private Conversation withMessages(int number) {
        return new Conversation(
                fresh.id(), owner, fresh.title(), ThreadStatus.ACTIVE, null, number, number, 0, BEGIN, BEGIN);
    }

    private static Conversation sending(Conversation conversation, String... files) {
        List<MessageAttachment> attachments = Stream.of(files)
                .map(name -> new MessageAttachment("atc_1", name, "text/plain", false))
                .toList();
        UserInput input = new UserInput(List.of(), attachments, null, InferenceOptions.DEFAULT);
        return conversation.receive(ITEM, input, LIMITS, LATER).conversation();
    }
}
