package org.dlcourse.homework.cifar;

import org.dlcourse.report.Evidence;

/**
 * What every page on variations begins with: the data, the settings, the curves and the results of the runs.
 *
 * @param title of the figure
 * @param result the runs
 */
record VariationOverview(String title, Variations.Result result) {
    void show(Evidence evidence) {
        VariationTables tables = new VariationTables(result);
        evidence.data(result.prepared().data().description());
        evidence.table(tables.settings());
        evidence.figure(new VariationFigure(title, result).figure());
        evidence.table(tables.results());
    }
}
