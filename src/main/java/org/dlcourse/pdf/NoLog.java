package org.dlcourse.pdf;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;

/** In place of the library's log, which prints hundreds of lines a file; {@link PdfFile} gets what matters in another way. */
final class NoLog implements XRLogger {
    @Override
    public void log(String where, Level level, String message) {
        // Nothing is printed.
    }

    @Override
    public void log(String where, Level level, String message, Throwable failure) {
        // Nothing is printed.
    }

    @Override
    public void setLevel(String logger, Level level) {
        // There are no levels.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return false;
    }
}
