package dev.parley.bootstrap.folder;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A secret of 32 random bytes that is made once, kept in a file that only its owner can read, and never shown. */
public final class SecretFile {

    private static final int BYTES = 32;

    private final Path path;
    private final String ifUnusable;

    /**
     * Names a file, which need not be there.
     *
     * @param folder a folder that this process alone writes to, or where the file is there
     * @param ifUnusable what its operator is to do where it does not hold what was put there, as the end of a sentence
     */
    public SecretFile(Path folder, String name, String ifUnusable) {
        this.path = folder.resolve(name);
        this.ifUnusable = ifUnusable;
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }

    /** Whether the secret has been made. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The secret as base64url text, made if it is not there.
     *
     * @throws InvalidConfigurationException if the file cannot be used
     */
    public String text() {
        try {
            if (!exists()) {
                create();
            }
            if (OwnerOnly.isOpenToOthers(path)) {
                throw new InvalidConfigurationException("Others than its owner may read the secret in " + path
                        + " or write to it. Close it (chmod 600 " + path + "), and make a new one if it may be known.");
            }
            String text = Files.readString(path, StandardCharsets.US_ASCII).strip();
            if (Base64.getUrlDecoder().decode(text).length < BYTES) {
                throw new InvalidConfigurationException(unusable());
            }
            return text;
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidConfigurationException(unusable(), e);
        }
    }

    /**
     * The secret's bytes, made if they are not there.
     *
     * @throws InvalidConfigurationException if the file cannot be used
     */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text());
    }

    private String unusable() {
        return "The file " + path + " does not hold 32 bytes in base64url; " + ifUnusable;
    }

    /** Writes elsewhere and moves, so that the file is there whole or not at all. */
    private void create() throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path whole = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(whole);
        try (FileChannel channel = FileChannel.open(
                whole, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(whole))) {
            channel.write(
                    ByteBuffer.wrap(Base64.getUrlEncoder().withoutPadding().encode(secret)));
            channel.force(true);
        }
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
