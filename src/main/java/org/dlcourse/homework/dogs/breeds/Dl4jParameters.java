package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.figure.DataTable;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The parameters of a network as DL4J builds it.
 *
 * @param architecture architecture of the network
 */
record Dl4jParameters(Architecture architecture) {
    /** The number of weights and biases. */
    long count() {
        MultiLayerNetwork network =
                new NetworkFactory(new NoOp(), Initialisation.PYTORCH, DataType.FLOAT).create(architecture, 1);
        long parameters = network.numParams();
        network.close();
        return parameters;
    }

    /** Checks that the number equals that of a formula. */
    void check(Evidence evidence, int breeds, long byFormula) {
        evidence.check(
                "parameters counted by DL4J minus those by formula, " + breeds + " breeds",
                count() - (double) byFormula,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "integers, counted by the library");
    }

    DataTable layers() {
        return new DataTable(
                "Layers of the network",
                List.of("Layer", "Output", "Parameters"),
                architecture.table().stream()
                        .map(row -> List.<Object>of(row.layer(), row.output(), row.parameters()))
                        .toList());
    }
}
