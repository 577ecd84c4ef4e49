package org.dlcourse.homework.ann.basics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * Networks of one kind with their numbers of parameters.
 *
 * @param handout the handout's networks of this kind
 * @param random random ones
 */
record ParameterCounts(List<CountedNetwork> handout, List<CountedNetwork> random) {
    private static final int RANDOM_NETWORKS = 200;
    private static final int SHOWN_NETWORKS = 20;

    static ParameterCounts perceptrons(ParameterCount solution, long seed) {
        return new ParameterCounts(
                Stream.of(GrayCifarArchitectures.MLP_1, GrayCifarArchitectures.MLP_2)
                        .map(architecture -> CountedNetwork.perceptron(solution, architecture))
                        .toList(),
                RandomArchitectures.perceptrons(RANDOM_NETWORKS, seed).stream()
                        .map(architecture -> CountedNetwork.perceptron(solution, architecture))
                        .toList());
    }

    static ParameterCounts convolutional(ParameterCount solution, long seed) {
        return new ParameterCounts(
                Stream.of(GrayCifarArchitectures.CNN_3, GrayCifarArchitectures.CNN_4, GrayCifarArchitectures.CNN_5)
                        .map(architecture -> CountedNetwork.convolutional(solution, architecture))
                        .toList(),
                RandomArchitectures.convolutional(RANDOM_NETWORKS, seed).stream()
                        .map(architecture -> CountedNetwork.convolutional(solution, architecture))
                        .toList());
    }

    DataTable table() {
        return new DataTable(
                "Number of parameters by formula and by DL4J (of the random networks the first " + SHOWN_NETWORKS + ")",
                List.of("Network", "Input", "Layers", "Formula", "DL4J"),
                Stream.concat(handout.stream(), random.stream().limit(SHOWN_NETWORKS))
                        .map(network -> List.<Object>of(
                                network.architecture().name(),
                                network.architecture().input(),
                                network.architecture().notation(),
                                network.formula(),
                                network.dl4j()))
                        .toList());
    }

    /**
     * What the counts show, in one sentence.
     *
     * @param kind what the random networks are, in the plural
     */
    String conclusion(String kind) {
        return "The formula gives DL4J's count for "
                + random.stream().filter(network -> !network.differs()).count() + " of " + random.size() + " " + kind
                + " and, for the handout's networks, "
                + handout.stream()
                        .map(network -> DataTable.readable(network.formula()) + " parameters ("
                                + network.architecture().name()
                                + (network.differs() ? "; DL4J counts " + DataTable.readable(network.dl4j()) : "")
                                + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /**
     * Checks the handout's networks and the random ones.
     *
     * @param kind what the random ones they are, in the plural
     */
    void check(Evidence evidence, String kind) {
        for (CountedNetwork network : handout) {
            evidence.check(
                    "parameters of " + network.architecture().name() + " by formula",
                    network.formula(),
                    Bound.exactly(network.dl4j()),
                    EvidenceKind.EXACT,
                    "DL4J's count");
        }
        evidence.check(
                kind + " for which the formula is wrong, of " + random.size(),
                random.stream().filter(CountedNetwork::differs).count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "integers, counted: any difference is an error");
    }

    /**
     * Checks a solution by the random networks, and names the likely mistake.
     *
     * @param kind what the random networks are, in the plural
     */
    void check(Evidence evidence, String kind, ParameterCount solution, List<Mistake<ParameterCount>> mistakes) {
        ExerciseCheck<ParameterCount> check = new ExerciseCheck<>(
                mistakes,
                other -> random.stream()
                        .mapToDouble(network -> network.formulaBy(other))
                        .toArray(),
                random.stream().mapToDouble(CountedNetwork::dl4j).toArray(),
                0);
        check.check(
                evidence,
                "largest error of the formula for " + kind + ", divided by the largest number of parameters",
                solution,
                EvidenceKind.EXACT,
                "integers: any difference is an error");
        check.prove(evidence, "on " + random.size() + " " + kind);
    }
}
