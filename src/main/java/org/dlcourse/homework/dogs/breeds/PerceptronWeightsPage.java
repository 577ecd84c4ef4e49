package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import java.util.Optional;
import org.dlcourse.exercise.DogModel;
import org.dlcourse.model.Architecture;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-5: the weights of the fully connected network.
 *
 * @param handout weights of the network for the handout's breeds
 * @param set weights of the network for the breeds of this run's data set
 * @param model the network as an object, if there is one
 */
record PerceptronWeightsPage(DogWeights handout, DogWeights set, Optional<DogModel> model) {
    private Architecture network() {
        return DogNetworks.perceptron(handout.breeds());
    }

    private boolean isOtherNumberOfBreeds() {
        return set.breeds() != handout.breeds();
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The network has %,d weights and %,d biases; with one colour channel instead of three it would have %,d weights.",
                handout.ofPerceptron(),
                handout.biasesOfPerceptron(),
                handout.ofGrayPerceptron()));
        evidence.answer(
                "How many weights does the network have?",
                String.format(
                        Locale.ROOT,
                        "It has %s. An image has 64 x 64 pixels with three colour channels.",
                        handout.perceptronByHand()));
        evidence.erratum(
                String.format(Locale.ROOT, "The published solution counts %,d weights.", handout.ofGrayPerceptron()),
                String.format(
                        Locale.ROOT,
                        "It forgets the three colour channels: for gray images the formula gives %,d, for colour images %,d, as many as"
                                + " DL4J counts.",
                        handout.ofGrayPerceptron(),
                        handout.ofPerceptron()));
        evidence.table(new Dl4jParameters(network()).layers());
        if (isOtherNumberOfBreeds()) {
            evidence.answer(
                    "How many weights has the network for this run's data set?",
                    set.difference(set.perceptronByHand(), "DOGS-6"));
        }
    }

    void check(Evidence evidence) {
        model.ifPresent(one -> ModelSizeCheck.ofPerceptron().of(evidence, one));
        evidence.check(
                "weights by formula", handout.ofPerceptron(), Bound.exactly(1_581_696), EvidenceKind.EXACT, "by hand");
        evidence.check(
                "parameters by DL4J",
                new Dl4jParameters(network()).count(),
                Bound.exactly(1_581_696 + 202),
                EvidenceKind.EXACT,
                "weights and biases, counted by the library");
        evidence.check(
                "control: weights with one colour channel instead of three",
                handout.ofGrayPerceptron(),
                Bound.exactly(533_120),
                EvidenceKind.EXACT,
                "the handout's own answer: the formula reproduces it with this mistake");
        if (isOtherNumberOfBreeds()) {
            new Dl4jParameters(DogNetworks.perceptron(set.breeds()))
                    .check(evidence, set.breeds(), set.ofPerceptron() + set.biasesOfPerceptron());
        }
    }
}
