package dev.parley.domain.item;

/**
 * A file that a user sent with a message, as it was then.
 *
 * @param id the attachment's id
 * @param name the file's name
 * @param mimeType its media type (RFC 9110, section 8.3.1)
 * @param isImage whether a preview of it can be shown
 */
public record MessageAttachment(String id, String name, String mimeType, boolean isImage) {}
