package dev.parley.application.audio;

/** Writes down what is said in a recording. A Spring bean of this type replaces the built-in one. */
public interface Transcriber {

    /**
     * Writes down a recording, and waits until that is done.
     *
     * @param audio the whole recording
     * @param mimeType its type, such as {@code audio/webm;codecs=opus}
     * @return what is said in it; empty where nothing is
     * @throws dev.parley.application.shared.SystemFailure if it cannot be done now
     */
    String transcribe(byte[] audio, String mimeType);
}
