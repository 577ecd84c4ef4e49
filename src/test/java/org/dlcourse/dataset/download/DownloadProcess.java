package org.dlcourse.dataset.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.dlcourse.dataset.file.Transfer;
import org.dlcourse.settings.CourseSettings;

/** A download as a process of its own, as the settings and this process's proxies have it. */
final class DownloadProcess {
    static final byte[] CONTENT = Transfer.randomBytes(300_000);

    private DownloadProcess() {}

    public static void main(String[] arguments) {
        download(Path.of(arguments[0])).fetch(set(URI.create(arguments[1])));
    }

    static DataDownload download(Path data) {
        return new DataDownload(CourseSettings.of(Map.of("course.data", data.toString()), Map.of()));
    }

    static PublicDataSet set(URI mirror) {
        return PublishedFile.set(PublishedFile.of("file", CONTENT, mirror));
    }
}
