package org.dlcourse.report;

import java.net.URI;
import java.util.List;
import org.dlcourse.dataset.download.DataDownload;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.download.PublishedFile;
import org.dlcourse.settings.CourseSettings;

/** One requirement whose data nobody gives, for tests of what is said of it. Not run by the build itself. */
final class DownloadingRequirements {
    private static final URI MIRROR = URI.create("https://only-behind-the-proxy.invalid/file");

    @Requirement("CONV-1")
    void needsData(CourseSettings settings) {
        new DataDownload(settings)
                .fetch(new PublicDataSet(
                        "SET",
                        "set",
                        PublicDataSet.Form.FILES,
                        List.of(PublishedFile.of("file", new byte[] {1}, MIRROR))));
    }
}
