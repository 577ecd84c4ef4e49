package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import org.dlcourse.model.Architecture;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-5: the weights of the fully connected network.
 *
 * @param handout weights of the handout's network
 * @param set weights of the network for the breeds of this run's set
 */
record PerceptronWeightsPage(DogWeights handout, DogWeights set) {
    private Architecture network() {
        return DogNetworks.perceptron(handout.breeds());
    }

    private boolean isSetOther() {
        return set.breeds() != handout.breeds();
    }

    void show(Evidence evidence) {
        evidence.answer(
                "How many weights does the network have?",
                String.format(
                        Locale.ROOT,
                        "%s. An image has 64 x 64 pixels of THREE colours; the %,d of the handout's own answer are those of a gray"
                                + " image.",
                        handout.perceptronByHand(),
                        handout.ofGrayPerceptron()));
        evidence.table(new Dl4jParameters(network()).layers());
        if (isSetOther()) {
            evidence.answer("And with this set's breeds?", set.difference(set.perceptronByHand(), "DOGS-6"));
        }
    }

    void check(Evidence evidence) {
        evidence.check("weights", handout.ofPerceptron(), Bound.exactly(1_581_696), EvidenceKind.EXACT, "by hand");
        evidence.check(
                "parameters by DL4J",
                new Dl4jParameters(network()).count(),
                Bound.exactly(1_581_696 + 202),
                EvidenceKind.EXACT,
                "weights and biases, counted by the library");
        evidence.check(
                "control: weights when the colours are forgotten",
                handout.ofGrayPerceptron(),
                Bound.exactly(533_120),
                EvidenceKind.EXACT,
                "the handout's answer: the mistake is named by its number");
        if (isSetOther()) {
            new Dl4jParameters(DogNetworks.perceptron(set.breeds()))
                    .check(evidence, set.breeds(), set.ofPerceptron() + set.biasesOfPerceptron());
        }
    }
}
