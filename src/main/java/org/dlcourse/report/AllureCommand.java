package org.dlcourse.report;

import java.util.List;

/** Allure's command line. */
@FunctionalInterface
interface AllureCommand {
    /**
     * Runs a command.
     *
     * @throws IllegalStateException if Allure cannot do it
     */
    void run(List<String> arguments);
}
