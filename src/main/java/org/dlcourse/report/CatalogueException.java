package org.dlcourse.report;

/** A catalogue of requirements is not as it must be. */
public final class CatalogueException extends RuntimeException {
    CatalogueException(String message) {
        // Without a stack trace: the message is for whoever wrote the catalogue, and says it all.
        super(message, null, false, false);
    }
}
