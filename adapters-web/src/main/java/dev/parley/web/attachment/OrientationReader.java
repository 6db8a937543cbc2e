package dev.parley.web.attachment;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of Exif's first directory. All others are passed over unread: each can claim the same 64 KiB for itself in
 * twelve bytes, so that whoever keeps them all fills the heap from a small file.
 */
final class OrientationReader extends DirectoryTiffHandler {

    private final ExifIFD0Directory fields = new ExifIFD0Directory();

    private OrientationReader() {
        super(new Metadata(), null);
        pushDirectory(fields);
    }

    /**
     * The value of the field; null if there is none.
     *
     * @param segment the content of a JPEG's APP1 segment
     */
    static @Nullable Integer read(byte[] segment) throws IOException, TiffProcessingException {
        OrientationReader reader = new OrientationReader();
        new TiffReader()
                .processTiff(new ByteArrayReader(segment, ExifReader.JPEG_SEGMENT_PREAMBLE.length()), reader, 0);
        return reader.fields.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    }

    @Override
    public boolean customProcessTag(
            int offset, Set<Integer> directories, int header, RandomAccessReader reader, int tag, int bytes) {
        return tag != ExifIFD0Directory.TAG_ORIENTATION;
    }

    @Override
    public void setTiffMarker(int marker) {}

    @Override
    public boolean tryEnterSubIfd(int tag) {
        return false;
    }

    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public @Nullable Long tryCustomProcessFormat(int tag, int format, long components) {
        return null;
    }

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}
}
