package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.data.DogSetSource;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

class DogWeightsTest {
    private final ParameterCount parameterCount = new SummedParameterCount();

    @Requirement("DOGS-5")
    void connectionsOfTheFullyConnectedNetworkAreCounted(
            Experiments experiments, CourseSettings settings, Evidence evidence) {
        DogWeights weights = new DogWeights(DogWeights.BREEDS_OF_HANDOUT, parameterCount);
        evidence.answer(
                "How many weights does the network have?",
                String.format(
                        Locale.ROOT,
                        "%s. An image has 64 x 64 pixels of THREE colours; the %,d of the handout's own answer are those of a gray"
                                + " image.",
                        weights.perceptronByHand(),
                        weights.ofGrayPerceptron()));
        Architecture network = DogNetworks.perceptron(weights.breeds());
        evidence.table(layers(network));
        evidence.check("weights", weights.ofPerceptron(), Bound.exactly(1_581_696), EvidenceKind.EXACT, "by hand");
        evidence.check(
                "parameters by DL4J",
                parametersOfDl4j(network),
                Bound.exactly(1_581_696 + 202),
                EvidenceKind.EXACT,
                "weights and biases, counted by the library");
        evidence.check(
                "control: weights when the colours are forgotten",
                weights.ofGrayPerceptron(),
                Bound.exactly(533_120),
                EvidenceKind.EXACT,
                "the handout's answer: the mistake is named by its number");
        DogWeights ofSet = weightsOfSet(experiments, settings);
        if (ofSet.breeds() != weights.breeds()) {
            evidence.answer("And with this set's breeds?", ofSet.difference(ofSet.perceptronByHand(), "DOGS-6"));
            checkDl4j(
                    DogNetworks.perceptron(ofSet.breeds()),
                    ofSet.ofPerceptron() + ofSet.biasesOfPerceptron(),
                    ofSet.breeds(),
                    evidence);
        }
        evidence.assertChecks();
    }

    @Requirement("DOGS-8")
    void connectionsOfTheConvolutionalNetworkAreCounted(
            Experiments experiments, CourseSettings settings, Evidence evidence) {
        DogWeights weights = new DogWeights(DogWeights.BREEDS_OF_HANDOUT, parameterCount);
        evidence.answer(
                "How many weights does the network have?",
                "Kernels of 5 x 5 that move by 2: 64 pixels become 30 and then 13. " + weights.convolutionalByHand()
                        + ": a kernel's weights are shared by all its places and count once, whatever the size of the picture."
                        + " The handout's answer counts places.");
        evidence.answer(
                "Why these kernels and strides?",
                "5 x 5 pixels hold an eye or a nose at this size; a stride of 2 does what pooling would, so that the second layer's"
                        + " units see 13 pixels and the prediction layer is left with 5,408 inputs in place of 12,288.");
        Architecture network = DogNetworks.convolutional(weights.breeds());
        evidence.table(layers(network));
        evidence.check(
                "weights by formula",
                weights.ofConvolutional(),
                Bound.exactly(1_200 + 12_800 + 54_080),
                EvidenceKind.EXACT,
                "by hand");
        checkDl4j(network, weights.ofConvolutional() + weights.biasesOfConvolutional(), weights.breeds(), evidence);
        DogWeights ofSet = weightsOfSet(experiments, settings);
        if (ofSet.breeds() != weights.breeds()) {
            evidence.answer("And with this set's breeds?", ofSet.difference(ofSet.convolutionalByHand(), "DOGS-9"));
            checkDl4j(
                    DogNetworks.convolutional(ofSet.breeds()),
                    ofSet.ofConvolutional() + ofSet.biasesOfConvolutional(),
                    ofSet.breeds(),
                    evidence);
        }
        evidence.assertChecks();
    }

    /** The networks for the breeds of this run's set, where it is real. */
    private DogWeights weightsOfSet(Experiments experiments, CourseSettings settings) {
        int breeds = new DogSetSource(settings).isThere()
                ? experiments.run(new DogImages()).images().classes().size()
                : DogWeights.BREEDS_OF_HANDOUT;
        return new DogWeights(breeds, parameterCount);
    }

    private static void checkDl4j(Architecture network, long byFormula, int breeds, Evidence evidence) {
        evidence.check(
                "parameters by DL4J less those by formula, " + breeds + " breeds",
                parametersOfDl4j(network) - (double) byFormula,
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "counted by the library");
    }

    private static DataTable layers(Architecture architecture) {
        return new DataTable(
                "Layers of the network",
                List.of("Layer", "Output", "Parameters"),
                architecture.table().stream()
                        .map(row -> List.<Object>of(row.layer(), row.output(), row.parameters()))
                        .toList());
    }

    private static long parametersOfDl4j(Architecture architecture) {
        MultiLayerNetwork network =
                new NetworkFactory(new NoOp(), Initialisation.PYTORCH, DataType.FLOAT).create(architecture, 1);
        long parameters = network.numParams();
        network.close();
        return parameters;
    }

    @ParameterizedTest
    @CsvSource({"2, 1581184, 24816", "3, 1581248, 30224", "11, 1581760, 73488", "120, 1588736, 662960"})
    void networksEndInAnOutputForEachBreed(int breeds, long perceptron, long convolutional) {
        DogWeights weights = new DogWeights(breeds, parameterCount);

        assertThat(weights.ofPerceptron()).isEqualTo(perceptron);
        assertThat(weights.ofConvolutional()).isEqualTo(convolutional);
        assertThat(DogNetworks.perceptron(breeds).parameterCount()).isEqualTo(perceptron + 128 + 64 + breeds);
        assertThat(DogNetworks.convolutional(breeds).parameterCount()).isEqualTo(convolutional + 16 + 32 + breeds);
    }
}
